# Reads operations.csv and prints what "ops/followup report testosterone-return" prints under
# "Testosterone 6 to 9 months after the operation": Rscript testosterone-return.R [FOLDER]
args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[1] else "."
operations <- read.csv(file.path(folder, "operations.csv"), stringsAsFactors = FALSE, na.strings = "", fileEncoding = "UTF-8")

returned_from <- 80 # percent of the baseline; Ramasamy 2005
fallen_below <- 68  # percent of the baseline; the reference change limit of a single pair

count <- function(x) sum(x, na.rm = TRUE)

# A censored value decides where its bounds do.
at_least <- function(rows, window, percent) {
  exact <- rows[[paste0(window, "_percent")]]
  lower <- ifelse(is.na(exact), rows[[paste0(window, "_percent_at_least")]], exact)
  upper <- ifelse(is.na(exact), rows[[paste0(window, "_percent_at_most")]], exact)
  ifelse(!is.na(lower) & lower >= percent, TRUE, ifelse(!is.na(upper) & upper < percent, FALSE, NA))
}

line <- function(group, label, rows, window) {
  percent <- rows[[paste0(window, "_percent")]]
  paired <- !is.na(percent)
  baseline <- rows$baseline[paired]
  then <- rows[[paste0(window, "_testosterone")]][paired]
  quartiles <- quantile(percent[paired], c(0.25, 0.5, 0.75), type = 7, names = FALSE)
  back <- at_least(rows, window, returned_from)
  kept <- at_least(rows, window, fallen_below)
  data.frame(
    group = group, row = label, both = sum(paired), of = nrow(rows),
    baseline_mean = mean(baseline), baseline_sd = sd(baseline), then_mean = mean(then), then_sd = sd(then),
    percent_mean = mean(percent[paired]), percent_sd = sd(percent[paired]),
    median = quartiles[2], lower_quartile = quartiles[1], upper_quartile = quartiles[3],
    of_means = 100 * mean(then) / mean(baseline),
    returned = count(back), returned_of = sum(!is.na(back)), fallen = count(!kept), fallen_of = sum(!is.na(kept)))
}

table_of <- function(window) {
  number <- pmin(operations$operation, 3)
  repeats <- operations[operations$operation > 1, ]
  parts <- list()
  for (n in sort(unique(number))) {
    parts[[length(parts) + 1]] <- line("Procedure number", c("first", "second", "third or later")[n], operations[number == n, ], window)
  }
  if (nrow(repeats) > 0) {
    parts[[length(parts) + 1]] <- line("Operations, repeat", "all", repeats, window)
  }
  for (by in c("previous_type", "previous_histology", "karyotype")) {
    for (value in sort(unique(repeats[[by]]))) {
      parts[[length(parts) + 1]] <- line(paste0(by, ", repeat"), value, repeats[!is.na(repeats[[by]]) & repeats[[by]] == value, ], window)
    }
  }
  do.call(rbind, parts)
}

if (nrow(operations) == 0) {
  cat("There is no operation.\n")
} else {
  options(width = 250)
  print(table_of("m6_9"), digits = 10, row.names = FALSE)
}
