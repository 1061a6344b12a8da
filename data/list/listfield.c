/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a customer list can mean. */
#include "data/list/listfield.h"

#include "data/base/i18n.h"

typedef struct {
    const char *code;
    const char *label; /* N_() */
    bool is_day;
} FieldInfo;

static const FieldInfo infos[LIST_FIELD_COUNT] = {
    [LIST_IGNORE] = {"ignore", N_("Leave out"), false},
    [LIST_KEEP] = {"keep", N_("Keep as a note with its heading"), false},
    [LIST_NUMBER] = {"number", N_("Customer number"), false},
    [LIST_SALUTATION] = {"salutation", N_("Salutation"), false},
    [LIST_TITLE] = {"title", N_("Title"), false},
    [LIST_GIVEN_NAME] = {"given_name", N_("First name"), false},
    [LIST_MIDDLE_NAME] = {"middle_name", N_("Middle name"), false},
    [LIST_FAMILY_NAME] = {"family_name", N_("Last name"), false},
    [LIST_NAME_SUFFIX] = {"name_suffix", N_("After the name (Jr.)"), false},
    [LIST_FULL_NAME] = {"full_name", N_("First and last name"), false},
    [LIST_NICKNAME] = {"nickname", N_("Nickname"), false},
    [LIST_COMPANY] = {"company", N_("Company"), false},
    [LIST_DESCRIPTION] = {"description", N_("Description"), false},
    [LIST_ADDRESS_FORM] = {"address_form", N_("Formal or informal"), false},
    [LIST_STREET] = {"street", N_("Street"), false},
    [LIST_HOUSE_NUMBER] = {"house_number", N_("House number"), false},
    [LIST_STREET_MORE] = {"street_more", N_("Street, further line"), false},
    [LIST_POSTCODE] = {"postcode", N_("Postcode"), false},
    [LIST_PLACE] = {"place", N_("Place"), false},
    [LIST_POSTCODE_PLACE] = {"postcode_place", N_("Postcode and place"), false},
    [LIST_REGION] = {"region", N_("Region"), false},
    [LIST_COUNTRY] = {"country", N_("Country"), false},
    [LIST_ADDRESS] = {"address", N_("Whole address"), false},
    [LIST_PHONE] = {"phone", N_("Phone"), false},
    [LIST_EMAIL] = {"email", N_("E-mail"), false},
    [LIST_WEBSITE] = {"website", N_("Website"), false},
    [LIST_CHANNEL] = {"channel", N_("Preferred way of contact"), false},
    [LIST_LANGUAGE] = {"language", N_("Language"), false},
    [LIST_CLASS] = {"class", N_("Class"), false},
    [LIST_CLOSENESS] = {"closeness", N_("Closeness"), false},
    [LIST_BIRTHDAY] = {"birthday", N_("Birthday"), true},
    [LIST_WEDDING] = {"wedding", N_("Wedding day"), true},
    [LIST_NAME_DAY] = {"name_day", N_("Name day"), true},
    [LIST_EVENT] = {"event", N_("Other day"), true},
    [LIST_PARTNER] = {"partner", N_("Partner"), false},
    [LIST_CHILDREN] = {"children", N_("Children"), false},
    [LIST_RELATION] = {"relation", N_("Related person"), false},
    [LIST_REMARK] = {"remark", N_("Remark"), false},
    [LIST_LIKES] = {"likes", N_("Likes"), false},
    [LIST_DISLIKES] = {"dislikes", N_("Dislikes"), false},
    [LIST_ALLERGY] = {"allergy", N_("Allergy"), false},
    [LIST_USUAL] = {"usual", N_("The usual"), false},
    [LIST_INTEREST] = {"interest", N_("Interest"), false},
    [LIST_CAUTION] = {"caution", N_("Careful"), false},
    [LIST_TAGS] = {"tags", N_("Groups"), false},
    [LIST_NEWS_EMAIL] = {"news_email", N_("Agreed to news by e-mail"), false},
    [LIST_NEWS_SMS] = {"news_sms", N_("Agreed to news by SMS"), false},
    [LIST_NEWS_PHONE] = {"news_phone", N_("Agreed to news by phone"), false},
    [LIST_NEWS_POST] = {"news_post", N_("Agreed to news by post"), false},
    [LIST_SINCE] = {"since", N_("Customer since"), true},
    [LIST_LAST_VISIT] = {"last_visit", N_("Last visit"), true},
    [LIST_VISITS] = {"visits", N_("Visits so far"), false},
};

static const ListField choices[] = {
    LIST_KEEP,       LIST_IGNORE,      LIST_NUMBER,         LIST_SALUTATION,   LIST_TITLE,
    LIST_GIVEN_NAME, LIST_FAMILY_NAME, LIST_FULL_NAME,      LIST_MIDDLE_NAME,  LIST_NAME_SUFFIX,
    LIST_NICKNAME,   LIST_COMPANY,     LIST_DESCRIPTION,    LIST_ADDRESS_FORM, LIST_PHONE,
    LIST_EMAIL,      LIST_WEBSITE,     LIST_STREET,         LIST_HOUSE_NUMBER, LIST_STREET_MORE,
    LIST_POSTCODE,   LIST_PLACE,       LIST_POSTCODE_PLACE, LIST_REGION,       LIST_COUNTRY,
    LIST_ADDRESS,    LIST_BIRTHDAY,    LIST_WEDDING,        LIST_NAME_DAY,     LIST_PARTNER,
    LIST_CHILDREN,   LIST_REMARK,      LIST_LIKES,          LIST_DISLIKES,     LIST_ALLERGY,
    LIST_USUAL,      LIST_INTEREST,    LIST_CAUTION,        LIST_TAGS,         LIST_CHANNEL,
    LIST_LANGUAGE,   LIST_NEWS_EMAIL,  LIST_NEWS_SMS,       LIST_NEWS_PHONE,   LIST_NEWS_POST,
    LIST_CLASS,      LIST_CLOSENESS,   LIST_SINCE,          LIST_LAST_VISIT,   LIST_VISITS,
};

const char *list_field_label(ListField field)
{
    return _(infos[field].label);
}

const char *list_field_code(ListField field)
{
    return infos[field].code;
}

const ListField *list_field_choices(gsize *count)
{
    *count = G_N_ELEMENTS(choices);
    return choices;
}

bool list_field_is_day(ListField field)
{
    return infos[field].is_day;
}
