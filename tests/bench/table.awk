# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the figures of one size (variable size, a number of customers) from the files of all sizes measured so far, with
# the targets; those that are missed go into the file named by the variable missed, too.

FNR == 1 {
    of = FILENAME
    sub(/.*\//, "", of)
    sub(/\..*/, "", of)
}
$1 == "recall" || $1 == "keys" {
    if (of == size) counted[++counts] = $0
    next
}
{ figure[of, $1] = $2 }

function get(name) { return figure[size, name] }

function grouped(number,    text) {
    text = sprintf("%d", number)
    while (match(text, /[0-9][0-9][0-9][0-9]($|,)/))
        text = substr(text, 1, RSTART) "," substr(text, RSTART + 1)
    return text
}

# What is aimed at, and whether IS_MET. WHAT names it in the summary.
function verdict(what, target, is_met) {
    if (!is_met)
        print "  " grouped(size) " customers: " what ", target " target >>missed
    return "   target " target ": " (is_met ? "met" : "MISSED")
}

function line(name, text) { printf "  %-34s %s\n", name, text }

function spread(name) {
    return sprintf("median %8.2f   p99 %8.2f   worst %8.2f", get(name ".median"), get(name ".p99"), get(name ".worst"))
}

function keys(    p99, best, ratio) {
    p99 = get("key.p99")
    best = get("key.best.p99")
    line("this machine: the same computation", spread("noise"))
    line("from key to painted screen", spread("key") verdict(sprintf("time per key, p99 %.2f ms", p99), "p99 at most 5", p99 <= 5))
    line("  letters", spread("letter"))
    line("  backspaces", spread("back"))
    line("  emptying the box", spread("clear"))
    line("  of each key the quickest of 3", spread("key.best") verdict(sprintf("time per key, quickest of 3, p99 %.2f ms", best), \
        "p99 at most 5", best <= 5))
    if (size == 1000000 && (10000, "key.p99") in figure) {
        ratio = best / figure[10000, "key.best.p99"]
        line("  p99 against 10,000 customers", sprintf("%.2f times; of the quickest %.2f times", p99 / figure[10000, "key.p99"], ratio) \
            verdict(sprintf("p99 per key is %.2f times that at 10,000", ratio), "at most 2 times", ratio <= 2))
    }
    line("  keys, of these not painted rightly", grouped(get("key.count")) ", " get("key.unpainted") + 0 \
        (get("key.unpainted") > 0 ? verdict("some keys were not painted as expected", "none", 0) : ""))
    line("such queries, without terminal", spread("query"))
    line("  of each the quickest of 3", spread("query.best"))
}

function start(    ratio, same) {
    ratio = get("start.ratio")
    line("bare sqlite3 process", sprintf("%.2f in turns with the start, %.2f to its prompt; one after another %.2f, with this shop %.2f", \
        get("sqlite.beside"), get("sqlite.prompt"), get("sqlite.bare"), get("sqlite.shop")))
    line("start to the painted home screen", spread("start"))
    line("  against the bare ones around it", sprintf("%.2f times", ratio) verdict(sprintf("start is %.2f times a bare sqlite3", ratio), \
        "at most 3 times", ratio <= 3))
    line("  against one at its prompt", sprintf("%.2f times", get("start.median") / get("sqlite.prompt")))
    if ((1000, "start.median") in figure && size != 1000) {
        same = get("start.median") / figure[1000, "start.median"]
        line("  against 1,000 customers", sprintf("%.2f times", same) verdict(sprintf("start is %.2f times that at 1,000", same), \
            "the same (at most 1.2 times)", same <= 1.2))
    }
}

function memory(    most, ratio) {
    most = get("memory.most")
    line("memory at the start, at most", sprintf("%.1f MB, %.1f MB", get("memory.start"), most) \
        verdict(sprintf("memory is %.1f MB", most), "below 40 MB", most < 40))
    if ((1000, "memory.most") in figure && size != 1000) {
        ratio = most / figure[1000, "memory.most"]
        line("  against 1,000 customers", sprintf("%.2f times", ratio) verdict(sprintf("memory is %.2f times that at 1,000", ratio), \
            "at most 1.3 times", ratio <= 1.3))
    }
}

function place() {
    line("search index, of the whole file", sprintf("%.1f MB of %.1f MB (%.0f %%)", get("size.index"), get("size.file"), \
        100 * get("size.index") / get("size.file")))
    line("time to build the shop", sprintf("%.1f s (%.2f ms a customer)", get("build.seconds"), 1000 * get("build.seconds") / size))
}

function median(list, count,    i, k, kept) {
    for (i = 2; i <= count; i++)
        for (k = i; k > 1 && list[k] < list[k - 1]; k--) { kept = list[k]; list[k] = list[k - 1]; list[k - 1] = kept }
    return (list[int((count + 1) / 2)] + list[int(count / 2) + 1]) / 2
}

# A word padded by its letters: printf counts bytes.
function padded(text, width,    letters) {
    letters = text
    gsub(/[\200-\277]/, "", letters)
    while (length(letters) < width) { letters = letters " "; text = text " " }
    return text
}

function peer(name, slower, count, target,    least, middle, text) {
    middle = median(slower, count)
    least = slower[1]
    text = sprintf("median %.1f times, least %.1f times", middle, least)
    if (target > 0 && size == 1000000)
        text = text verdict(sprintf("find against %s: %.1f times at least", name, least), target " times", least >= target)
    line("find is faster than " name, text)
}

function queries_table(    i, count, text, fzf, grep, like) {
    count = split(queries, text, "\n")
    printf "\n  %s %10s %10s %10s %10s %10s\n", padded("a query, as a process", 24), "inside", "find", "fzf", "grep -i", "LIKE"
    for (i = 1; i <= count; i++) {
        printf "  %s %10.2f %10.2f %10.1f %10.1f %10.1f\n", padded(text[i], 24), get("text." i), get("find." i), get("fzf." i), \
            get("grep." i), get("like." i)
        fzf[i] = get("fzf." i) / get("find." i)
        grep[i] = get("grep." i) / get("find." i)
        like[i] = get("like." i) / get("find." i)
    }
    peer("fzf --filter", fzf, count, 50)
    peer("a LIKE scan", like, count, 20)
    peer("grep -i", grep, count, 0)
}

function recall(    i, part, limit, is_met, what) {
    printf "\n  %s %8s   %-22s   %s\n", padded("how people are found, in %", 24), "asked", "the very one at 1 5 10", "or a namesake"
    limit["prefix"] = 99
    limit["one-typo"] = 95
    limit["sound-alike"] = 90
    for (i = 1; i <= counts; i++) {
        split(counted[i], part, " ")
        if (part[1] != "recall") continue
        printf "  %s %8d   %6.1f %6.1f %6.1f    %6.1f %6.1f %6.1f", padded(part[2], 24), part[3], part[4], part[5], part[6], \
            part[7], part[8], part[9]
        if (part[2] in limit) {
            is_met = part[8] >= limit[part[2]]
            what = sprintf("%s finds %.1f %% (%.1f %% the very one)", part[2], part[8], part[5])
            printf "%s", verdict(what, "at 5 at least " limit[part[2]] " %", is_met)
        }
        print ""
    }
}

function needed(    i, part, limit, text) {
    printf "\n  %s %s\n", padded("keys until among the top five", 36), "median; none could do better than …; for nine in ten"
    limit["anybody"] = 6
    limit["by-visits"] = 4
    for (i = 1; i <= counts; i++) {
        split(counted[i], part, " ")
        if (part[1] != "keys") continue
        text = sprintf("%2d; %2d; %s, never %.1f %%", part[5], part[8], part[6] < 1000 ? part[6] : "not found", part[7])
        printf "  %s %s%s\n", padded(part[2] ", " part[3], 36), text, verdict(sprintf("keys to the top five, %s, %s: %d (%d at best)", \
            part[2], part[3], part[5], part[8]), "at most " limit[part[3]], part[5] <= limit[part[3]])
    }
}

END {
    printf "\n%s customers\n\n", grouped(size)
    keys()
    start()
    memory()
    place()
    queries_table()
    if (counts > 0) {
        recall()
        needed()
    }
}
