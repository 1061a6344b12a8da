# SPDX-License-Identifier: GPL-3.0-or-later
# The places of a C file where one thing could be written wrong: awk -f tests/mutate.awk FILE prints, a line each,
# "LINE COLUMN LENGTH REPLACEMENT". Comments, texts and lines of the preprocessor are passed over. With -v line=L -v
# column=C -v length_of=N -v by=TEXT it prints the file with that place replaced instead.

BEGIN {
    other["<="] = "<"; other[">="] = ">"; other["<"] = "<="; other[">"] = ">="
    other["=="] = "!="; other["!="] = "=="; other["&&"] = "||"; other["||"] = "&&"
    other["+"] = "-"; other["-"] = "+"; other["true"] = "false"; other["false"] = "true"
}

line {
    if (FNR == line)
        $0 = substr($0, 1, column - 1) by substr($0, column + length_of)
    print
    next
}

# What is no code becomes blanks, so that columns stay.
function code_of(text,    out, i, c, two) {
    out = ""
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1); two = substr(text, i, 2)
        if (in_comment) {
            if (two == "*/") { in_comment = 0; out = out " "; i++ }
            out = out " "
        } else if (two == "/*") {
            in_comment = 1; out = out "  "; i++
        } else if (c == "\"" || c == "'") {
            out = out " "
            for (i++; i <= length(text) && substr(text, i, 1) != c; i++) {
                if (substr(text, i, 1) == "\\") { i++; out = out " " }
                out = out " "
            }
            out = out " "
        } else
            out = out c
    }
    return out
}

{
    code = code_of($0)
    if (code ~ /^[ \t]*#/)
        next
    for (i = 1; i <= length(code); i++) {
        rest = substr(code, i)
        before = i > 1 ? substr(code, i - 1, 1) : " "
        if (match(rest, /^ (<=|>=|==|!=|&&|\|\||<|>|\+|-) /)) {
            operator = substr(rest, 2, RLENGTH - 2)
            print FNR, i + 1, length(operator), other[operator]
            i += RLENGTH - 2
        } else if (before !~ /[A-Za-z0-9_.]/ && match(rest, /^(true|false)/) && substr(rest, RLENGTH + 1, 1) !~ /[A-Za-z0-9_]/) {
            print FNR, i, RLENGTH, other[substr(rest, 1, RLENGTH)]
            i += RLENGTH - 1
        } else if (before !~ /[A-Za-z0-9_.]/ && match(rest, /^[0-9]+/) && substr(rest, RLENGTH + 1, 1) !~ /[A-Za-z0-9_.]/) {
            print FNR, i, RLENGTH, substr(rest, 1, RLENGTH) + 1
            i += RLENGTH - 1
        } else if (before ~ /[( ]/ && match(rest, /^![A-Za-z_(]/)) {
            print FNR, i, 1, ""
        }
    }
}
