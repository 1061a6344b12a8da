/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people who came from elsewhere, in their own spelling. */
#include "data/demo/names.h"

static const char *const turkish[] = {
    "Yılmaz", "Kaya",  "Demir",   "Şahin",  "Çelik", "Yıldız", "Yıldırım",
    "Öztürk", "Aydın", "Özdemir", "Arslan", "Doğan", "Kılıç",  "Aslan",
    "Çetin",  "Kara",  "Koç",     "Kurt",   "Özkan", "Şimşek",
};
static const char *const turkish_women[] = {
    "Ayşe", "Fatma", "Emine", "Zeynep", "Elif", "Özlem", "Gülay", "Sevgi", "Aylin", "Nur", "Meryem",
};
static const char *const turkish_men[] = {
    "Mehmet", "Mustafa", "Ahmet", "Ali", "Hasan", "Hüseyin", "Murat", "Emre", "Özgür", "Can",
};
static const char *const polish[] = {
    "Nowak",     "Kowalski",  "Wiśniewski", "Wójcik",    "Kowalczyk", "Kamiński",  "Lewandowski",
    "Zieliński", "Szymański", "Woźniak",    "Dąbrowski", "Kozłowski", "Jankowski", "Mazur",
};
static const char *const polish_women[] = {
    "Agnieszka", "Katarzyna", "Małgorzata", "Joanna", "Ewa",
    "Magdalena", "Beata",     "Zofia",      "Danuta",
};
static const char *const polish_men[] = {
    "Tomasz", "Piotr", "Krzysztof", "Andrzej", "Łukasz", "Paweł", "Marek", "Jarosław", "Michał",
};
static const char *const arabic[] = {
    "Al-Hassan", "Haddad",   "Khalil",  "Mansour",  "Nasser", "Saleh",  "Ibrahim", "Abbas",
    "Hamdan",    "El-Sayed", "Darwish", "Al-Masri", "Kassem", "Najjar", "Ben Ali",
};
static const char *const arabic_women[] = {
    "Amira", "Fatima", "Layla", "Nour", "Rania", "Samira", "Yasmin", "Hala", "Mariam", "Salma",
};
static const char *const arabic_men[] = {
    "Mohammed", "Ahmad", "Omar", "Khaled", "Yusuf", "Karim", "Samir", "Tarek", "Bilal", "Hussein",
};
static const char *const vietnamese[] = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ",
};
static const char *const vietnamese_women[] = {
    "Thị Hương", "Lan", "Mai", "Thị Hoa", "Linh", "Thu Trang", "Ngọc Anh", "Thị Thanh",
};
static const char *const vietnamese_men[] = {
    "Văn Đức", "Minh", "Tuấn", "Hùng", "Quang", "Văn Nam", "Đức Anh", "Thanh Sơn",
};
static const char *const italian[] = {
    "Rossi", "Russo",   "Ferrari",  "Esposito", "Bianchi", "Romano",     "Colombo",
    "Ricci", "De Luca", "D'Angelo", "Greco",    "Conti",   "Di Stefano",
};
static const char *const italian_women[] = {
    "Giulia", "Francesca", "Chiara", "Rosa", "Lucia", "Elena", "Paola", "Antonella",
};
static const char *const italian_men[] = {
    "Marco", "Giuseppe", "Antonio", "Luca", "Salvatore", "Paolo", "Domenico", "Nicolò",
};
static const char *const russian[] = {
    "Iwanow",    "Petrow",     "Smirnow", "Kusnezow",    "Popow",  "Sokolow", "Schewtschenko",
    "Kowalenko", "Bondarenko", "Melnyk",  "Tkatschenko", "Wolkow", "Morosow",
};
static const char *const russian_women[] = {
    "Olga", "Irina", "Natalia", "Oksana", "Swetlana", "Tatjana", "Ljudmila", "Anastasia",
};
static const char *const russian_men[] = {
    "Sergej", "Alexej", "Dmitri", "Viktor", "Oleksandr", "Andrij", "Nikolai", "Wladimir",
};
static const char *const southern[] = {
    "Papadopoulos", "Georgiou",  "García",   "Fernández", "da Silva", "Pereira",
    "Santos",       "Jovanović", "Petrović", "Horvat",    "Marković", "Krasniqi",
    "Hoxha",        "Popescu",   "Ionescu",  "Dimitrov",
};
static const char *const southern_women[] = {
    "Eleni", "Sofia", "Carmen", "Ana", "Jelena", "Ivana", "Vesna", "Elena", "Ioana", "Valbona",
};
static const char *const southern_men[] = {
    "Nikos", "Dimitrios", "José", "João", "Goran", "Dragan", "Ivan", "Besnik", "Andrei", "Luis",
};
static const char *const western[] = {
    "Smith",    "Jones",     "Taylor",  "Dubois", "Lefèvre",  "Nielsen",
    "Sørensen", "Lindström", "O'Brien", "Kuiper", "Virtanen", "de Jong",
    "Nagy",     "Szabó",     "Mensah",  "Okafor", "Singh",    "Rahimi",
};
static const char *const western_women[] = {
    "Claire", "Zoë", "Emily", "Søs", "Astrid", "Björk", "Amélie", "Abena", "Priya", "Chloé",
};
static const char *const western_men[] = {
    "John", "Liam", "Søren", "Lars", "Jean-Luc", "Kwame", "Arjun", "Pieter", "Ádám", "Chidi",
};

#define SET(name, percent, by_gender)                                                              \
    {                                                                                              \
        name, G_N_ELEMENTS(name), name##_women, G_N_ELEMENTS(name##_women), name##_men,            \
            G_N_ELEMENTS(name##_men), percent, by_gender                                           \
    }

const NameSet names_foreign[] = {
    SET(turkish, 6, false),    SET(polish, 4, true),   SET(arabic, 3, false),
    SET(vietnamese, 1, false), SET(italian, 2, false), SET(russian, 3, true),
    SET(southern, 3, false),   SET(western, 2, false),
};
const guint names_foreign_count = G_N_ELEMENTS(names_foreign);
