# Prints a table of data, drawn from a fixed seed or chosen because they are degenerate, with what R reckons of them: a line for each
# method and data. A number that R does not give is printed as "none".
suppressWarnings(suppressPackageStartupMessages({ library(survival); library(etm) }))
set.seed(20190731)
options(digits = 15)

text <- function(x) paste(sprintf("%.10g", x), collapse = " ")
said <- ""
say <- function(method, data, name, value) {
  value <- if (length(value) != 1 || is.na(value) || !is.finite(value)) "none" else sprintf("%.12g", value)
  start <- paste(method, data, sep = ",")
  cat(if (start == said) " " else paste0("\n", start, ","), name, "=", value, sep = "")
  said <<- start
}
rate <- function(r) sprintf("%.0f/%.0f", r[1], r[2])
quiet <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) NULL)
number <- function(x) if (is.null(x)) NA else unname(x)

wilson <- function(k, n) quiet(prop.test(k, n, correct = FALSE)$conf.int)
newcombe <- function(a, b) {
  p <- a[1] / a[2]; q <- b[1] / b[2]; i <- wilson(a[1], a[2]); j <- wilson(b[1], b[2])
  c(p - q - sqrt((p - i[1])^2 + (j[2] - q)^2), p - q + sqrt((i[2] - p)^2 + (q - j[1])^2))
}
skewness <- function(x) {
  n <- length(x); m <- mean(x)
  if (n < 3 || all(x == x[1])) NA else sqrt(n * (n - 1)) / (n - 2) * mean((x - m)^3) / mean((x - m)^2)^1.5
}

cat("method,data,values")

rates <- list(c(0, 1), c(1, 1), c(0, 73), c(73, 73), c(8, 33), c(27, 73), c(147, 310), c(5, 100000))
for (i in 1:12) { n <- sample(1:400, 1); rates[[length(rates) + 1]] <- c(sample(0:n, 1), n) }
for (r in rates) {
  data <- rate(r); limits <- wilson(r[1], r[2])
  say("wilson", data, "lower", 100 * limits[1]); say("wilson", data, "upper", 100 * limits[2])
}
for (i in seq_along(rates)) {
  a <- rates[[i]]; b <- rates[[(i %% length(rates)) + 1]]
  data <- paste(rate(a), rate(b)); limits <- newcombe(a, b)
  say("newcombe", data, "lower", 100 * limits[1]); say("newcombe", data, "upper", 100 * limits[2])
}

tables <- list(
  rbind(c(8, 25), c(19, 21)), rbind(c(8, 35), c(8, 8), c(11, 3)), rbind(c(2, 8), c(25, 38)), rbind(c(6, 22), c(0, 20)),
  rbind(c(0, 5), c(0, 7)), rbind(c(5, 0), c(0, 5)), rbind(c(1, 0), c(0, 1)), rbind(c(900, 100), c(870, 130)),
  rbind(c(3, 1, 0), c(1, 2, 4)), rbind(c(4, 4, 4), c(4, 4, 4)))
for (i in 1:10) tables[[length(tables) + 1]] <- matrix(rpois(4, sample(c(2, 6, 20), 1)) + c(1, 0, 0, 1), 2)
for (i in 1:8) { r <- sample(2:4, 1); k <- sample(2:3, 1); tables[[length(tables) + 1]] <- matrix(rpois(r * k, sample(c(2, 5), 1)) + 1, r) }
for (m in tables) {
  data <- paste(apply(m, 1, text), collapse = "|"); pearson <- quiet(chisq.test(m, correct = FALSE))
  say("counts", data, "chiSquare", number(pearson$statistic)); say("counts", data, "pearsonP", number(pearson$p.value))
  say("counts", data, "exactP", number(quiet(fisher.test(m, workspace = 2e7)$p.value)))
}

values <- function(n, tied = FALSE, shift = 0) if (tied) round(rnorm(n, 4 + shift, 2)) else round(rlnorm(n, 2 + shift, 0.6), 4)
pairs <- list(
  list(1, 2), list(c(1, 2), 3), list(c(2, 2, 2), c(2, 2)), list(c(2, 2, 2), c(3, 3)), list(c(2, 2, 2), c(1, 2, 4)),
  list(c(1, 2, 3), c(4, 5, 6)), list(c(0.1, 0.3), c(0.2, 0.4)))
for (i in 1:10) pairs[[length(pairs) + 1]] <- list(values(sample(2:30, 1)), values(sample(2:30, 1), shift = runif(1, 0, 0.8)))
for (i in 1:6) pairs[[length(pairs) + 1]] <- list(values(sample(2:30, 1), TRUE), values(sample(2:30, 1), TRUE, 1))
pairs[[length(pairs) + 1]] <- list(values(49), values(48)); pairs[[length(pairs) + 1]] <- list(values(50), values(12))
for (p in pairs) {
  a <- p[[1]]; b <- p[[2]]; data <- paste(text(a), text(b), sep = "|")
  w <- quiet(t.test(a, b))
  say("welch", data, "t", number(w$statistic)); say("welch", data, "df", number(w$parameter))
  say("welch", data, "p", number(w$p.value))
  say("welch", data, "lower", number(w$conf.int[1])); say("welch", data, "upper", number(w$conf.int[2]))
  u <- quiet(wilcox.test(a, b))
  if (all(c(a, b) == a[1])) u <- NULL
  say("mannWhitney", data, "u", number(u$statistic)); say("mannWhitney", data, "p", number(u$p.value))
  say("summary", text(a), "mean", mean(a)); say("summary", text(a), "sd", sd(a)); say("summary", text(a), "skewness", skewness(a))
  for (q in c(0.25, 0.5, 0.75)) say("summary", text(a), paste0("q", 100 * q), number(quantile(a, q)))
}

changes <- list(1, c(0, 0, 0), c(2, 2, 2), c(-1, 1), c(0, 1, 3, -2), c(-4, -3, -2, -1), c(0, 5))
for (i in 1:10) changes[[length(changes) + 1]] <- round(rnorm(sample(3:40, 1), 1, 3), 5)
for (i in 1:6) changes[[length(changes) + 1]] <- round(rnorm(sample(4:30, 1), 1, 2))
changes[[length(changes) + 1]] <- round(rnorm(49, 0.5, 3), 5); changes[[length(changes) + 1]] <- round(rnorm(50, 0.5, 3), 5)
for (d in changes) {
  data <- text(d); t <- quiet(t.test(d))
  say("pairedT", data, "t", number(t$statistic)); say("pairedT", data, "p", number(t$p.value))
  say("pairedT", data, "lower", number(t$conf.int[1])); say("pairedT", data, "upper", number(t$conf.int[2]))
  v <- if (all(d == 0)) NULL else quiet(wilcox.test(d))
  say("wilcoxon", data, "v", number(v$statistic)); say("wilcoxon", data, "p", number(v$p.value))
}

# Times with what ended them: 0 last seen, 1 the event, 2 another event.
courses <- list(
  list(5, 0), list(5, 1), list(c(3, 3, 3), c(1, 1, 1)), list(c(1, 2, 3, 4), c(1, 1, 1, 1)), list(c(1, 2, 3, 4), c(1, 1, 0, 0)),
  list(c(2, 4, 6), c(0, 0, 0)), list(c(0, 0, 4, 9), c(0, 1, 1, 2)), list(c(4, 5, 6), c(2, 2, 2)))
for (i in 1:8) {
  n <- sample(c(6, 15, 40, 120), 1)
  courses[[length(courses) + 1]] <- list(sample(20:730, n, TRUE) %/% sample(c(1, 30), 1) + 1, sample(0:2, n, TRUE, c(4, 4, 2)))
}
for (c in courses) {
  time <- c[[1]]; end <- c[[2]]; data <- paste(time, end, sep = ":", collapse = " ")
  fit <- survfit(Surv(time, end == 1) ~ 1, conf.type = "log-log"); s <- summary(fit)
  for (i in seq_along(s$time)) {
    say("kaplanMeier", data, paste0("share@", s$time[i]), s$surv[i])
    say("kaplanMeier", data, paste0("error@", s$time[i]), s$std.err[i])
    say("kaplanMeier", data, paste0("lower@", s$time[i]), if (s$surv[i] %in% c(0, 1)) NA else s$lower[i])
    say("kaplanMeier", data, paste0("upper@", s$time[i]), if (s$surv[i] %in% c(0, 1)) NA else s$upper[i])
  }
  if (length(s$time)) {
    m <- quantile(fit, 0.5)
    say("kaplanMeier", data, "median", number(m$quantile)); say("kaplanMeier", data, "medianLower", number(m$lower))
    say("kaplanMeier", data, "medianUpper", number(m$upper))
  }
  if (any(end > 0)) {
    aj <- survfit(Surv(time, factor(end, 0:2)) ~ 1)
    at <- sort(unique(time[end > 0])); share <- aj$pstate[match(at, aj$time), 2]
    for (i in seq_along(at)) say("aalenJohansen", data, paste0("share@", at[i]), share[i])
    # etm carries Greenwood's covariance of the transition matrix from day to day, and needs positive times and two kinds of event.
    if (all(time > 0) && all(1:2 %in% end)) {
      d <- data.frame(id = seq_along(time), from = 0, to = ifelse(end == 0, "cens", end), entry = 0, exit = time)
      tra <- matrix(FALSE, 3, 3); tra[1, 2:3] <- TRUE
      e <- etm(d, c("0", "1", "2"), tra, "cens", 0)
      v <- trcov(e, "0 1")[match(at, e$time)]
      error <- sqrt(pmax(0, v)); limited <- share > 0 & share < 1
      limits <- survival:::survfit_confint(share, error, logse = FALSE, conf.type = "log-log", conf.int = 0.95)
      for (i in seq_along(at)) {
        say("aalenJohansen", data, paste0("error@", at[i]), error[i])
        say("aalenJohansen", data, paste0("lower@", at[i]), if (limited[i]) limits$lower[i] else NA)
        say("aalenJohansen", data, paste0("upper@", at[i]), if (limited[i]) limits$upper[i] else NA)
      }
    }
  }
}
cat("\n")
