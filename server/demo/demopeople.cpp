// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demopeople.h"

#include "server/store/identifier.h"

#include <array>

namespace lw::server {

namespace {

struct Row {
    const char *name;
    const char *login;
    const char *department;
    const char *role;
    DemoPassword password;
    bool totp;
};

using enum DemoPassword;

// Invented people; any likeness is chance. The order decides nothing but the owner: the first.
constexpr std::array<Row, 60> rows{{
    {"Ann Lee", "ann.lee", "IT", "owner", Fresh, false},
    {"Kwame Mensah", "kwame.mensah", "IT", "administrator", Fresh, true},
    {"Katarzyna Nowak", "katarzyna.nowak", "IT", "administrator", Fresh, true},
    {"Rohan Deshpande", "rohan.deshpande", "IT", "security_officer", Fresh, true},
    {"Siobhán O'Rourke", "siobhan.orourke", "IT", "user", DueSoon, true},
    {"Lukas Baumgartner", "lukas.baumgartner", "IT", "user", Fresh, true},
    {"Mei-Ling Chou", "mei-ling.chou", "IT", "user", Exempt, true},
    {"Grace Adeyemi", "grace.adeyemi", "Human Resources", "security_officer", Fresh, true},
    {"Tomás Herrera", "tomas.herrera", "Human Resources", "user", Fresh, false},
    {"Fatima Zahra Benali", "fatima.benali", "Human Resources", "user", DueSoon, false},
    {"Oliver Whitcombe", "oliver.whitcombe", "Human Resources", "user", Fresh, false},
    {"Yuki Tanabe", "yuki.tanabe", "Human Resources", "user", NeverSet, false},
    {"Harriet Pemberton", "harriet.pemberton", "Finance", "billing", Fresh, true},
    {"Sanjay Iyer", "sanjay.iyer", "Finance", "billing", Fresh, true},
    {"Élodie Marchand", "elodie.marchand", "Finance", "billing", DueSoon, true},
    {"Piotr Zieliński", "piotr.zielinski", "Finance", "auditor", Fresh, true},
    {"Amara Nwosu", "amara.nwosu", "Finance", "auditor", Fresh, true},
    {"Gareth Llewellyn", "gareth.llewellyn", "Finance", "user", Overdue, false},
    {"Nadia Rahman", "nadia.rahman", "Finance", "user", Fresh, false},
    {"Chinedu Obi", "chinedu.obi", "Customer Care", "administrator", Fresh, true},
    {"Emily Thornton", "emily.thornton", "Customer Care", "user", Fresh, false},
    {"Arjun Malhotra", "arjun.malhotra", "Customer Care", "user", Fresh, false},
    {"Zofia Wiśniewska", "zofia.wisniewska", "Customer Care", "user", Fresh, false},
    {"Hassan Qureshi", "hassan.qureshi", "Customer Care", "user", DueSoon, false},
    {"Isabella Romano", "isabella.romano", "Customer Care", "user", Fresh, false},
    {"Callum MacIntyre", "callum.macintyre", "Customer Care", "user", Fresh, false},
    {"Thandiwe Dlamini", "thandiwe.dlamini", "Customer Care", "user", Overdue, false},
    {"Linh Tran", "linh.tran", "Customer Care", "user", Fresh, false},
    {"Beatriz Carvalho", "beatriz.carvalho", "Customer Care", "user", Fresh, false},
    {"Joseph Abara", "joseph.abara", "Customer Care", "user", Fresh, false},
    {"Ayşe Yıldız", "ayse.yildiz", "Customer Care", "user", DueSoon, false},
    {"Daniel Fairclough", "daniel.fairclough", "Customer Care", "user", Fresh, false},
    {"Priya Venkatesan", "priya.venkatesan", "Sales", "user", Fresh, false},
    {"Marcus Ellwood", "marcus.ellwood", "Sales", "user", Overdue, false},
    {"Ingrid Solheim", "ingrid.solheim", "Sales", "user", Fresh, false},
    {"Jamal Whitaker", "jamal.whitaker", "Sales", "user", Fresh, false},
    {"Chloé Lambert", "chloe.lambert", "Sales", "user", Due, false},
    {"Owen Pritchard", "owen.pritchard", "Sales", "user", Fresh, false},
    {"Svetlana Petrenko", "svetlana.petrenko", "Sales", "user", Fresh, false},
    {"Adebayo Ogunleye", "adebayo.ogunleye", "Sales", "user", DueSoon, false},
    {"Rachel Goldstone", "rachel.goldstone", "Sales", "user", Fresh, true},
    {"Mateusz Lewandowicz", "mateusz.lewandowicz", "Sales", "user", Fresh, false},
    {"Keiko Arakawa", "keiko.arakawa", "Operations", "user", Fresh, true},
    {"Robert Ashdown", "robert.ashdown", "Operations", "user", Exempt, false},
    {"Nkechi Umeh", "nkechi.umeh", "Operations", "user", Fresh, false},
    {"Stefan Ionescu", "stefan.ionescu", "Operations", "user", Fresh, false},
    {"Layla Haddad", "layla.haddad", "Operations", "user", DueSoon, false},
    {"William Trevanion", "william.trevanion", "Operations", "user", Fresh, false},
    {"Andrzej Kaczmarek", "andrzej.kaczmarek", "Operations", "user", Fresh, false},
    {"Deepika Nair", "deepika.nair", "Operations", "user", Fresh, true},
    {"Samuel Boateng", "samuel.boateng", "Operations", "user", Overdue, false},
    {"Florence Birtwistle", "florence.birtwistle", "Field Service", "user", Fresh, false},
    {"Ravi Chandran", "ravi.chandran", "Field Service", "user", Fresh, false},
    {"Tadeusz Wrona", "tadeusz.wrona", "Field Service", "user", DueSoon, false},
    {"Abdul Karim Sesay", "abdul.sesay", "Field Service", "user", Fresh, false},
    {"Michael Penhaligon", "michael.penhaligon", "Field Service", "user", Fresh, false},
    {"Noémie Girard", "noemie.girard", "Field Service", "user", Exempt, false},
    {"Jack Ollerenshaw", "jack.ollerenshaw", "Field Service", "user", Overdue, false},
    {"Ewa Jabłońska", "ewa.jablonska", "Field Service", "user", DueSoon, false},
    {"Temitope Bakare", "temitope.bakare", "Field Service", "user", Fresh, false},
}};

const std::vector<QString> &agents()
{
    static const std::vector<QString> all{
        QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0"),
        QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                       "Chrome/130.0.0.0 Safari/537.36"),
        QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                       "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0"),
        QStringLiteral("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                       "Version/18.0 Safari/605.1.15"),
        QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
        QStringLiteral("Linewarden/0.1 (Windows 11)"),
        QStringLiteral("Linewarden/0.1 (macOS 15)")};
    return all;
}

const std::vector<QString> &phones()
{
    static const std::vector<QString> all{
        QStringLiteral("Yealink SIP-T54W 96.86.0.100"), QStringLiteral("Yealink SIP-T46U 108.86.0.90"),
        QStringLiteral("snomD785/10.1.184.14"),         QStringLiteral("snomD735/10.1.175.16"),
        QStringLiteral("PolyEdge-E350-UA/8.1.2.2436"),  QStringLiteral("PolycomVVX-VVX_450-UA/6.4.6.2494")};
    return all;
}

void giveHabits(DemoPerson &person, int number, DemoRandom &random)
{
    const QString &department = person.user.department;
    const bool early = department == QLatin1String("Field Service") || department == QLatin1String("Operations");
    const bool late = department == QLatin1String("Customer Care") && random.percent(40);
    person.startMinute = (early ? 7 * 60 + 15 : late ? 11 * 60 : 8 * 60 + 40) + random.around(25);
    person.endMinute = person.startMinute + 8 * 60 + random.between(15, 75);
    person.remotePercent = department == QLatin1String("Field Service")   ? 85
                           : department == QLatin1String("Customer Care") ? 20
                                                                          : random.between(25, 60);
    person.weekends = department == QLatin1String("Customer Care") || department == QLatin1String("IT");
    person.absentFrom = random.between(2, 80);
    person.absentDays = random.oneOf(std::vector<int>{2, 5, 7, 9, 12});
    // One office behind a handful of addresses, a phone network of its own, homes with IPv4 or IPv6.
    person.officeAddress = QStringLiteral("192.0.2.%1").arg(10 + number % 6);
    person.homeAddress = random.percent(40) ? QStringLiteral("2001:db8:%1:%2::%3")
                                                  .arg(0x1000 + number, 0, 16)
                                                  .arg(random.between(1, 0xff), 0, 16)
                                                  .arg(random.between(0x10, 0xffff), 0, 16)
                                            : QStringLiteral("198.51.100.%1").arg(10 + number);
    person.agent = random.oneOf(agents());
    person.extension = 2001 + number;
    person.phoneAddress = QStringLiteral("192.0.2.%1").arg(100 + number);
    person.phoneAgent = random.oneOf(phones());
    person.phoneService = random.percent(70) ? QStringLiteral("SIP/TLS") : QStringLiteral("SIP/UDP");
}

}  // namespace

std::vector<DemoPerson> demoPeople(DemoRandom &random, const QDateTime &start, const QDateTime &now)
{
    std::vector<DemoPerson> people;
    people.reserve(rows.size());
    for (const Row &row : rows) {
        DemoPerson person;
        const int number = static_cast<int>(people.size());
        person.password = row.password;
        const bool starter = row.password == NeverSet;
        person.user.createdAt = starter ? now.addDays(-2).addSecs(-3 * 3600)
                                        : start.addDays(-random.between(20, 1900)).addSecs(random.between(0, 30000));
        person.user.id = identifierFrom("usr", person.user.createdAt, random.seedBytes());
        person.user.login = QLatin1String(row.login);
        person.user.displayName = QString::fromUtf8(row.name);
        person.user.department = QLatin1String(row.department);
        // Two whom nobody can write to.
        const bool unreachable =
            person.user.login == QLatin1String("temitope.bakare") || person.user.login == QLatin1String("abdul.sesay");
        if (!unreachable) person.user.email = person.user.login + QStringLiteral("@acme.example");
        person.user.roles = QStringList{QLatin1String(row.role)};
        if (person.user.roles.first() != QLatin1String("user")) person.user.roles.append(QStringLiteral("user"));
        person.user.mfa = row.totp ? MfaKind::Totp : MfaKind::None;
        person.user.mustChangePassword = starter;
        giveHabits(person, number, random);
        people.push_back(std::move(person));
    }
    return people;
}

DemoPerson &personNamed(std::vector<DemoPerson> &people, const char *login)
{
    for (DemoPerson &person : people)
        if (person.user.login == QLatin1String(login)) return person;
    return people.front();
}

Customer demoCustomer(DemoRandom &random, const QDateTime &start)
{
    return Customer{identifierFrom("cus", start, random.seedBytes()),
                    QStringLiteral("acme"),
                    QStringLiteral("Acme Telecare Ltd"),
                    QStringLiteral("Europe/London"),
                    PasswordPolicy(),
                    {},
                    {}};
}

}  // namespace lw::server
