# Reads operations.csv and prints the table "Testosterone 6 to 9 months after the operation" of the report testosterone-return on the same
# men: those who agree to research use, as of the instant in about.json. Where the report withholds a small count, this prints it.
# Rscript testosterone-return.R [FOLDER]
args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[1] else "."
operations <- read.csv(file.path(folder, "operations.csv"), colClasses = "character", na.strings = "", fileEncoding = "UTF-8")
for (column in grep("^(operation|baseline|m[0-9_]+_(testosterone|percent.*))$", names(operations), value = TRUE)) {
  operations[[column]] <- as.numeric(operations[[column]])
}

returned_from <- 80 # percent of the baseline; Ramasamy 2005
fallen_below <- 68  # percent of the baseline; the reference change limit of a single pair

# One decimal, halves away from zero.
printed <- function(x) ifelse(is.na(x), "-", sprintf("%.1f", sign(x) * floor(signif(abs(x), 15) * 10 + 0.5) / 10))
share <- function(count, of) if (of == 0) "0/0" else sprintf("%d/%d (%s %%)", count, of, printed(100 * count / of))
mean_sd <- function(x) {
  if (length(x) == 0) "-" else if (length(x) == 1) printed(x) else sprintf("%s (%s)", printed(mean(x)), printed(sd(x)))
}
quartiles <- function(x) {
  if (length(x) == 0) return("-")
  q <- printed(quantile(x, c(0.25, 0.5, 0.75), type = 7, names = FALSE))
  sprintf("%s (%s to %s)", q[2], q[1], q[3])
}

# A censored value counts where its bounds leave no doubt.
at_least <- function(rows, window, percent) {
  exact <- rows[[paste0(window, "_percent")]]
  lower <- ifelse(is.na(exact), rows[[paste0(window, "_percent_at_least")]], exact)
  upper <- ifelse(is.na(exact), rows[[paste0(window, "_percent_at_most")]], exact)
  ifelse(!is.na(lower) & lower >= percent, TRUE, ifelse(!is.na(upper) & upper < percent, FALSE, NA))
}

line <- function(label, rows, window) {
  percent <- rows[[paste0(window, "_percent")]]
  paired <- !is.na(percent)
  baseline <- rows$baseline[paired]
  then <- rows[[paste0(window, "_testosterone")]][paired]
  back <- at_least(rows, window, returned_from)
  kept <- at_least(rows, window, fallen_below)
  c(label, share(sum(paired), nrow(rows)), mean_sd(baseline), mean_sd(then), mean_sd(percent[paired]), quartiles(percent[paired]),
    if (any(paired)) printed(100 * mean(then) / mean(baseline)) else "-",
    share(sum(back, na.rm = TRUE), sum(!is.na(back))), share(sum(!kept, na.rm = TRUE), sum(!is.na(kept))))
}

techniques <- c(MTESE = "micro-TESE", CTESE = "conventional TESE", TESA = "TESA")
patterns <- c(
  SCOS = "Sertoli cell-only", MA = "maturation arrest", HS = "hypospermatogenesis", NORMAL = "normal", HYALINE = "hyalinisation", MIXED = "mixed",
  UNKNOWN = "not reported")
karyotypes <- c(
  Normal46XY = "46,XY", Klinefelter = "Klinefelter, mosaics included", Other = "other", Unknown = "unknown", NotTested = "not tested")
withheld <- c(WITHHELD = "withheld, fewer than 5 men have it")
histology <- function(codes) sapply(strsplit(codes, "+", fixed = TRUE), function(found) {
  if (anyNA(found)) "not reported" else if (length(found) == 1) c(patterns, withheld)[[found]] else paste("mixed:", paste(patterns[found], collapse = " + "))
})

# What the repeat operations are divided by, with the name of each part, in the report's order.
divisions <- list(
  "Previous technique" = function(rows) c(techniques, withheld)[rows$previous_type],
  "Previous histology" = function(rows) histology(rows$previous_histology),
  "Karyotype" = function(rows) c(karyotypes, withheld)[rows$karyotype],
  "Hormone therapy before" = function(rows) ifelse(rows$hormone_therapy_before == "1", "yes", "none recorded"))
in_order <- function(parts) unique(parts)[order(match(unique(parts), c(techniques, patterns, karyotypes, "yes", "none recorded")))]

table_of <- function(window) {
  number <- pmin(operations$operation, 3)
  repeats <- operations[operations$operation > 1, ]
  lines <- lapply(sort(unique(number)), function(n) {
    line(paste("Procedure number:", c("first", "second", "third or later")[n]), operations[number == n, ], window)
  })
  if (nrow(repeats) > 0) {
    lines <- c(lines, list(line("Operations, repeat: all", repeats, window)))
    for (division in names(divisions)) {
      part <- divisions[[division]](repeats)
      lines <- c(lines, lapply(in_order(part), function(name) line(paste0(division, ", repeat: ", name), repeats[part == name, ], window)))
    }
  }
  do.call(rbind, lines)
}

if (nrow(operations) == 0) {
  cat("There is no operation.\n")
} else {
  headings <- c(
    "", "Both values", "Baseline, nmol/L", "Then, nmol/L", "% of baseline", "median (quartiles)", "of means, %",
    paste(returned_from, "% or more"), paste("below", fallen_below, "%"))
  cells <- rbind(headings, table_of("m6_9"))
  cells[, 1] <- format(cells[, 1])
  cells[, -1] <- apply(cells[, -1, drop = FALSE], 2, format, justify = "right")
  cat(apply(cells, 1, paste, collapse = "  "), sep = "\n")
}
