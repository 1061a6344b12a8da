# SPDX-License-Identifier: GPL-3.0-or-later
# The other programs, and what all are asked. To be sourced by bench.sh.

# "names" is looked for in names and descriptions, "all" in everything that is known of a customer.
queries=(
    'names m'
    'names mül'
    'names müller'
    'names anna mül'
    'names schmidt karl'
    'names hofma'
    'names kowalska'
    'names mülelr'
    'names sonnenth'
    'all 0421 84'
    'all dackel'
    'all erdbeer mei'
    'all bahnhofstraße 12'
)

# grep_command WORDS TEXT: a line that has all of WORDS, for sh.
grep_command()
{
    local command='' word
    for word in $1; do
        command+="${command:+ | }grep -i -- '$word'"
        [ "$command" != "grep -i -- '$word'" ] || command+=" '$2'"
    done
    echo "$command"
}

# like_command CLASS WORDS: what somebody would ask the shop's file who knows SQL and nothing of an index: the best known
# twenty.
like_command()
{
    local where='' word name="c.family_name || ' ' || ifnull(c.given_name, '') LIKE '%WORD%' OR c.description LIKE '%WORD%' OR c.company LIKE '%WORD%'"
    local rest="EXISTS (SELECT 1 FROM fact f WHERE f.customer_id = c.id AND f.words LIKE '%WORD%')
        OR EXISTS (SELECT 1 FROM contact t WHERE t.customer_id = c.id AND t.value LIKE '%WORD%')
        OR EXISTS (SELECT 1 FROM address a WHERE a.customer_id = c.id AND a.street || ' ' || a.place LIKE '%WORD%')"
    for word in $2; do
        where+="${where:+ AND }(${name//WORD/$word}"
        [ "$1" = names ] || where+=" OR ${rest//WORD/$word}"
        where+=')'
    done
    echo "SELECT c.number, c.family_name, c.given_name FROM customer c WHERE $where ORDER BY c.visits_before DESC LIMIT 20"
}

# shop_pages SHOP: the size of the file and of the search index in it, in MB.
shop_pages()
{
    sqlite3 "$1" "SELECT 'size.file ' || (page_count * page_size / 1048576.0) FROM pragma_page_count, pragma_page_size;
        SELECT 'size.index ' || (sum(pgsize) / 1048576.0) FROM dbstat WHERE aggregate = 1 AND
            (name LIKE 'lookup\_%' ESCAPE '\' OR name LIKE 'sqlite_autoindex_lookup\_%' ESCAPE '\');"
}
