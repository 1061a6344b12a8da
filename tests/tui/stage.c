/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop, the app on a terminal, and the home screen. */
#include "tests/tui/stage.h"

#include "tests/data/people.h"
#include "tui/screens/home.h"

enum { FIRST_NUMBER = 5000, MOST_VISITS = 3000, OFTEN = 12 };

Stage *stage_on(Emma *emma, int rows, int cols)
{
    Stage *stage = g_new0(Stage, 1);
    stage->emma = emma;
    stage->harness = harness_new(rows, cols, emma->shop);
    stage->home = harness_open(stage->harness, &screen_home, NULL);
    return stage;
}

Stage *stage_new(int rows, int cols)
{
    return stage_on(emma_new(), rows, cols);
}

Stage *stage_new_crowded(int rows, int cols, guint count)
{
    Emma *emma = emma_new();
    Deed *deed = people_begin(emma->shop->db);
    for (guint i = 0; i < count; i++) {
        g_autofree char *number = g_strdup_printf("%u", FIRST_NUMBER + i);
        g_autofree char *given = g_strdup_printf("Nora-%04u", i);
        const Person person = {.number = number,
                               .given = given,
                               .family = "Zander",
                               .visits = MOST_VISITS - (gint64)i};
        people_add_in(deed, &person);
    }
    people_commit(deed);
    return stage_on(emma, rows, cols);
}

void stage_free(Stage *stage)
{
    harness_free(stage->harness);
    emma_free(stage->emma);
    g_free(stage);
}

const char *stage_top(const Stage *stage)
{
    return app_top(harness_app(stage->harness))->class->name;
}

static bool is_home(const Stage *stage)
{
    return g_str_equal(stage_top(stage), "home");
}

bool stage_go_home(Stage *stage)
{
    for (guint i = 0; i < OFTEN && !is_home(stage); i++) {
        /* A question whether to leave what was typed is answered. */
        harness_press(stage->harness, i % 3 == 2 ? "Left Enter" : "Esc");
    }
    return is_home(stage);
}
