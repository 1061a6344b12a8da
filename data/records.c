/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all tables that hold records: one line a table. */
#include "data/records.h"

#include "data/agenda/careplan.h"
#include "data/agenda/greeting.h"
#include "data/agenda/interaction.h"
#include "data/agenda/occasion.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/agenda/reminderevent.h"
#include "data/agenda/rule.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/customer.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/diary/article.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"
#include "data/diary/visititem.h"
#include "data/diary/wish.h"
#include "data/list/listseen.h"

#include <string.h>

const RecordType *const records[] = {
    &branch_type,
    &clerk_type,
    &fact_kind_type,
    &complaint_cause_type,
    &loss_reason_type,
    &article_type,
    &wish_type,
    &rule_type,
    &customer_type,
    &contact_type,
    &address_type,
    &relation_type,
    &fact_type,
    &consent_type,
    &list_seen_type,
    &occasion_type,
    &greeting_type,
    &visit_type,
    &visit_item_type,
    &extra_type,
    &preorder_type,
    &feedback_type,
    &complaint_type,
    &promise_type,
    &loss_type,
    &reminder_type,
    &reminder_event_type,
    &interaction_type,
    &care_plan_type,
    &quiet_type,
    NULL,
};

const RecordType *records_find(const char *table)
{
    for (guint i = 0; records[i] != NULL; i++) {
        if (strcmp(records[i]->table, table) == 0) {
            return records[i];
        }
    }
    return NULL;
}

guint records_rank(const RecordType *type)
{
    guint rank = 0;
    while (records[rank] != type) {
        rank++;
    }
    return rank;
}
