/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a server does not let us in, as sentences for people. */
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/postgres/dial.h"

#include <openssl/x509_vfy.h>
#include <string.h>

/* Codes that begin with START, the most exact first; see PostgreSQL's manual, appendix A. */
typedef struct {
    const char *start;
    Fault fault;
    const char *sentence; /* %s is the place */
} Answer;

static const Answer answers[] = {
    {"3D000", FAULT_REFUSED,
     N_("The server of %s is there, but it has no database of that name. Check the name, or ask "
        "the person who looks after the server to make the database.")},
    {"28P01", FAULT_REFUSED,
     N_("The server of %s does not accept the password. Check the user name and the password; it "
        "belongs into the file ~/.pgpass.")},
    {"28", FAULT_REFUSED,
     N_("The server of %s does not let this user in from here. Check the user name, or ask the "
        "person who looks after the server to allow it.")},
    {"42501", FAULT_REFUSED,
     N_("The server of %s is there, but this user has no right to open that database. Ask the "
        "person who looks after the server.")},
    {"55000", FAULT_REFUSED,
     N_("The database of %s takes no visitors. Ask the person who looks after the server.")},
    {"53300", FAULT_LINE_DOWN,
     N_("The server of %s has too many visitors just now. Try again in a moment.")},
    {"57P03", FAULT_LINE_DOWN,
     N_("The server of %s is just starting or stopping. Try again in a moment.")},
    {"57", FAULT_LINE_DOWN,
     N_("The server of %s is just starting or stopping. Try again in a moment.")},
    {"53", FAULT_LINE_DOWN,
     N_("The server of %s has not enough room to let anybody in just now. Ask the person who looks "
        "after the server.")},
    {"58", FAULT_LINE_DOWN,
     N_("The server of %s has trouble with its disk. Ask the person who looks after the server.")},
    {"08", FAULT_LINE_DOWN,
     N_("The server of %s cannot be reached. Check the network and whether the server is switched "
        "on.")},
    {"", FAULT_REFUSED,
     N_("The server of %s is there but does not let Tresen in. Check the user name, the password "
        "and the name of the database.")},
};

/* What OpenSSL finds wrong with a certificate. */
typedef struct {
    long code;
    const char *sentence; /* %s is the server */
} Flaw;

static const Flaw flaws[] = {
    {X509_V_ERR_CERT_HAS_EXPIRED,
     N_("The certificate of the server %s has run out, so nobody can be sure who answers there. "
        "The person who looks after the server has to renew it.")},
    {X509_V_ERR_CERT_NOT_YET_VALID,
     N_("The certificate of the server %s does not hold yet. Check the clock of this machine, or "
        "ask the person who looks after the server.")},
    {X509_V_ERR_CERT_REVOKED,
     N_("The certificate of the server %s was revoked: do not trust whoever answers there. Ask the "
        "person who looks after the server.")},
    {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
     N_("The server %s has signed its certificate itself, and this machine does not know it. Put "
        "that certificate into ~/.postgresql/root.crt if you got it from the person who looks "
        "after the server.")},
    {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
     N_("The certificate of the server %s was signed by somebody this machine does not know. Put "
        "the signer's certificate into ~/.postgresql/root.crt if you got it from the person who "
        "looks after the server.")},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
     N_("The certificate of the server %s was signed by somebody this machine does not know. Put "
        "the signer's certificate into ~/.postgresql/root.crt if you got it from the person who "
        "looks after the server.")},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
     N_("The certificate of the server %s was signed by somebody this machine does not know. Put "
        "the signer's certificate into ~/.postgresql/root.crt if you got it from the person who "
        "looks after the server.")},
    {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,
     N_("The certificate of the server %s was signed by somebody this machine does not know. Put "
        "the signer's certificate into ~/.postgresql/root.crt if you got it from the person who "
        "looks after the server.")},
    {X509_V_ERR_CRL_HAS_EXPIRED,
     N_("The list of revoked certificates for the server %s has run out. Put a new one into "
        "~/.postgresql/root.crl, or ask the person who looks after the server.")},
    {X509_V_ERR_UNABLE_TO_GET_CRL,
     N_("The list of revoked certificates for the server %s has nothing on its signer. Put the "
        "right one into ~/.postgresql/root.crl, or ask the person who looks after the server.")},
};

/* What libpq says of a protected connection that did not come about, in English (dial.c). */
static const struct {
    const char *part;
    const char *sentence; /* %s is the server */
} troubles[] = {
    {"server does not support SSL",
     N_("The server %s offers no protected connection (TLS), and without one anybody on the way "
        "could read along. The person who looks after the server has to switch it on (ssl = on).")},
    {"does not match host name",
     N_("The certificate of the server that answers belongs to another name than %s, so it may be "
        "another server. Check the name of the server, or ask the person who looks after it.")},
    {"host name must be specified",
     N_("A protected connection to %s needs the name of the server, not only its number. Write the "
        "name.")},
    {"root certificate file",
     N_("This machine has no certificates by which to know the server %s. Put the certificate you "
        "got for it into ~/.postgresql/root.crt.")},
    {"certificate verify failed",
     N_("The certificate of the server %s is not in order, so nobody can be sure who answers "
        "there. Ask the person who looks after the server.")},
    {"SSL error",
     N_("No protected connection (TLS) with the server %s came about. Ask the person who looks "
        "after the server.")},
};

static GError *fault_with(Fault fault, const char *sentence, const char *name)
{
    g_auto(GStrv) parts = g_strsplit(_(sentence), "%s", 2);
    g_autofree char *whole = g_strjoinv(name, parts);
    return g_error_new_literal(FAULT, (gint)fault, whole);
}

static const char *name_of(const AddressHost *host)
{
    return host->name != NULL ? host->name : host->number;
}

/* The code in what libpq tells of a server's answer; NULL when the server said nothing. Free with
 * g_free. */
static char *code_in(const char *message)
{
    g_autoptr(GRegex) regex = g_regex_new(":  ([0-9A-Z]{5}): ", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(regex, message, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

/* What is wrong with the protection of the line; NULL when nothing is. */
static GError *tell_tls(const Refusal *refusal, const char *message)
{
    const char *name = name_of(refusal->host);
    if (strstr(message, "unexpected eof") != NULL) {
        return NULL; /* the line was cut */
    }
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS(flaws); i++) {
        if (refusal->verified == flaws[i].code) {
            return fault_with(FAULT_REFUSED, flaws[i].sentence, name);
        }
    }
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS(troubles); i++) {
        if (strstr(message, troubles[i].part) != NULL) {
            return fault_with(FAULT_REFUSED, troubles[i].sentence, name);
        }
    }
    return NULL;
}

/* Why there is no password to show; NULL when that is not the trouble. */
static GError *tell_password(const Refusal *refusal)
{
    if (PQconnectionNeedsPassword(refusal->connection) == 0) {
        return NULL;
    }
    if (refusal->address->open_passwords != NULL) {
        return g_error_new(FAULT, FAULT_REFUSED,
                           _("Others can read the file %s, so the passwords in it are not used. "
                             "Make it yours alone (chmod 600) and try again."),
                           refusal->address->open_passwords);
    }
    return g_error_new(FAULT, FAULT_REFUSED,
                       _("The server of %s asks for a password. Write it into the file ~/.pgpass, "
                         "in one line: server:port:database:user:password."),
                       refusal->address->words);
}

static GError *tell_answer(const Refusal *refusal, const char *code)
{
    const Answer *answer = answers;
    while (!g_str_has_prefix(code, answer->start)) {
        answer++;
    }
    return fault_with(answer->fault, answer->sentence, refusal->address->words);
}

GError *refusal_tell(const Refusal *refusal)
{
    if (refusal->connection == NULL) {
        return g_error_new(FAULT, FAULT_LINE_DOWN,
                           _("The server %s cannot be found by its name. Check the name and the "
                             "network."),
                           name_of(refusal->host));
    }
    const char *message = PQerrorMessage(refusal->connection);
    g_debug("postgresql: %s", message);
    g_autofree char *code = code_in(message);
    GError *fault = tell_password(refusal);
    if (fault == NULL && code != NULL) {
        fault = tell_answer(refusal, code);
    }
    if (fault == NULL) {
        fault = tell_tls(refusal, message);
    }
    return fault != NULL ? fault : tell_answer(refusal, "08");
}
