<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>PersonDetailText</name>
    <message numerus="yes">
        <source>Your policy: a change every %n days.</source>
        <translation>
            <numerusform>Your policy: a change every day.</numerusform>
            <numerusform>Your policy: a change every %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::AllowlistWords</name>
    <message numerus="yes">
        <source>%n network(s) added</source>
        <translation>
            <numerusform>%n network added</numerusform>
            <numerusform>%n networks added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) changed</source>
        <translation>
            <numerusform>%n network changed</numerusform>
            <numerusform>%n networks changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) removed</source>
        <translation>
            <numerusform>%n network removed</numerusform>
            <numerusform>%n networks removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before you save %n change(s)</source>
        <translation>
            <numerusform>Before you save %n change</numerusform>
            <numerusform>Before you save %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln login</numerusform>
            <numerusform>%Ln logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::AttentionList</name>
    <message numerus="yes">
        <source>%n people have passwords past their due date</source>
        <translation>
            <numerusform>%n person has a password past their due date</numerusform>
            <numerusform>%n people have passwords past their due date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords fall due within 24 hours</source>
        <translation>
            <numerusform>%n password falls due within 24 hours</numerusform>
            <numerusform>%n passwords fall due within 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people never chose a password of their own</source>
        <translation>
            <numerusform>%n person never chose a password of their own</numerusform>
            <numerusform>%n people never chose a password of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are locked after failures</source>
        <translation>
            <numerusform>%n account is locked after failures</numerusform>
            <numerusform>%n accounts are locked after failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people sign in with a password alone</source>
        <translation>
            <numerusform>%n person signs in with a password alone</numerusform>
            <numerusform>%n people sign in with a password alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts have not logged in for 90 days</source>
        <translation>
            <numerusform>%n account has not logged in for 90 days</numerusform>
            <numerusform>%n accounts have not logged in for 90 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours from %1</source>
        <translation>
            <numerusform>%n failure in 24 hours from %1</numerusform>
            <numerusform>%n failures in 24 hours from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours for %1</source>
        <translation>
            <numerusform>%n failure in 24 hours for %1</numerusform>
            <numerusform>%n failures in 24 hours for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours; the usual is %1 a day</source>
        <translation>
            <numerusform>%n failure in 24 hours; the usual is %1 a day</numerusform>
            <numerusform>%n failures in 24 hours; the usual is %1 a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last sync was %n hours ago</source>
        <translation>
            <numerusform>The last sync was %n hour ago</numerusform>
            <numerusform>The last sync was %n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::AutoLockSection</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::BlockDialog</name>
    <message numerus="yes">
        <source>%n login(s) of the last 30 days came from it.</source>
        <translation>
            <numerusform>%n login of the last 30 days came from it.</numerusform>
            <numerusform>%n logins of the last 30 days came from it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::BlockedCard</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::CallGuard</name>
    <message numerus="yes">
        <source>%n prefix(es)</source>
        <translation>
            <numerusform>%n prefix</numerusform>
            <numerusform>%n prefixes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more prefix(es)</source>
        <translation>
            <numerusform>and %n more prefix</numerusform>
            <numerusform>and %n more prefixes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::CallGuardPage</name>
    <message numerus="yes">
        <source>%n number(s), %1 guarded</source>
        <translation>
            <numerusform>%n number, %1 guarded</numerusform>
            <numerusform>%n numbers, %1 guarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) opted in.</source>
        <translation>
            <numerusform>%n number opted in.</numerusform>
            <numerusform>%n numbers opted in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) opted out.</source>
        <translation>
            <numerusform>%n number opted out.</numerusform>
            <numerusform>%n numbers opted out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) that are not guarded now become guarded at once; every number is then opted in by itself, whatever the company settings say.</source>
        <translation>
            <numerusform>%n number that is not guarded now becomes guarded at once; every number is then opted in by itself, whatever the company settings say.</numerusform>
            <numerusform>%n numbers that are not guarded now become guarded at once; every number is then opted in by itself, whatever the company settings say.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::CertificateSection</name>
    <message numerus="yes">
        <source>%n certificate(s) stay registered for %1.</source>
        <translation>
            <numerusform>%n certificate stays registered for %1.</numerusform>
            <numerusform>%n certificates stay registered for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::ConflictDialog</name>
    <message numerus="yes">
        <source>%n field(s) still to be decided</source>
        <translation>
            <numerusform>%n field still to be decided</numerusform>
            <numerusform>%n fields still to be decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::DepartureWords</name>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n ended</numerusform>
            <numerusform>%n ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revoked</source>
        <translation>
            <numerusform>%n revoked</numerusform>
            <numerusform>%n revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live session(s) end</source>
        <translation>
            <numerusform>%n live session ends</numerusform>
            <numerusform>%n live sessions end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) lose their registration</source>
        <translation>
            <numerusform>%n device loses its registration</numerusform>
            <numerusform>%n devices lose their registration</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::DeparturesPage</name>
    <message numerus="yes">
        <source>%n departure(s)</source>
        <translation>
            <numerusform>%n departure</numerusform>
            <numerusform>%n departures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n departure(s)</source>
        <translation>
            <numerusform>%1 of %n departure</numerusform>
            <numerusform>%1 of %n departures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proved</source>
        <translation>
            <numerusform>%n proved</numerusform>
            <numerusform>%n proved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over 24 hours</source>
        <translation>
            <numerusform>%n over 24 hours</numerusform>
            <numerusform>%n over 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opened %n departure(s).</source>
        <translation>
            <numerusform>Opened %n departure.</numerusform>
            <numerusform>Opened %n departures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %n account(s)?</source>
        <translation>
            <numerusform>Disable %n account?</numerusform>
            <numerusform>Disable %n accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) can no longer sign in, and their live sessions end: %1.</source>
        <translation>
            <numerusform>%n account can no longer sign in, and its live sessions end: %1.</numerusform>
            <numerusform>%n accounts can no longer sign in, and their live sessions end: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disabled %n account(s).</source>
        <translation>
            <numerusform>Disabled %n account.</numerusform>
            <numerusform>Disabled %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::DeviceSection</name>
    <message numerus="yes">
        <source>registered %n time(s), last %1</source>
        <translation>
            <numerusform>registered once, last %1</numerusform>
            <numerusform>registered %n times, last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live registration(s) end at once, and the device cannot register until it has the new secret.</source>
        <translation>
            <numerusform>%n live registration ends at once, and the device cannot register until it has the new secret.</numerusform>
            <numerusform>%n live registrations end at once, and the device cannot register until it has the new secret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live registration(s) end at once, and the device cannot register any more.</source>
        <translation>
            <numerusform>%n live registration ends at once, and the device cannot register any more.</numerusform>
            <numerusform>%n live registrations end at once, and the device cannot register any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::ExpiryDialog</name>
    <message numerus="yes">
        <source>%n people can do nothing but choose a new password, from their next click or sign-in on.</source>
        <translation>
            <numerusform>%n person can do nothing but choose a new password, from the next click or sign-in on.</numerusform>
            <numerusform>%n people can do nothing but choose a new password, from their next click or sign-in on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are due from %1 to %2 (UTC), at most %3 a day.</source>
        <translation>
            <numerusform>%n password is due from %1 to %2 (UTC), at most %3 a day.</numerusform>
            <numerusform>%n passwords are due from %1 to %2 (UTC), at most %3 a day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are exempt from rotation; this goes before their exemption.</source>
        <translation>
            <numerusform>%n of them is exempt from rotation; this goes before the exemption.</numerusform>
            <numerusform>%n of them are exempt from rotation; this goes before their exemption.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expire %n passwords</source>
        <translation>
            <numerusform>Expire %n password</numerusform>
            <numerusform>Expire %n passwords</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::FindingsCard</name>
    <message numerus="yes">
        <source>%n more: the column State names them.</source>
        <translation>
            <numerusform>%n more: the column State names it.</numerusform>
            <numerusform>%n more: the column State names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::GuardSettingsDialog</name>
    <message numerus="yes">
        <source>%n number(s) become guarded at once.</source>
        <translation>
            <numerusform>%n number becomes guarded at once.</numerusform>
            <numerusform>%n numbers become guarded at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are no longer guarded at once.</source>
        <translation>
            <numerusform>%n number is no longer guarded at once.</numerusform>
            <numerusform>%n numbers are no longer guarded at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::IdleCard</name>
    <message numerus="yes">
        <source>No login for %n day(s). PCI DSS 8.2.6 wants them disabled.</source>
        <translation>
            <numerusform>No login for %n day. PCI DSS 8.2.6 wants them disabled.</numerusform>
            <numerusform>No login for %n days. PCI DSS 8.2.6 wants them disabled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disable %n chosen…</source>
        <translation>
            <numerusform>&amp;Disable %n chosen…</numerusform>
            <numerusform>&amp;Disable %n chosen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disab&amp;le all %n…</source>
        <translation>
            <numerusform>Disab&amp;le all %n…</numerusform>
            <numerusform>Disab&amp;le all %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::IdleModel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n people added</source>
        <translation>
            <numerusform>%n person added</numerusform>
            <numerusform>%n people added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people would be added</source>
        <translation>
            <numerusform>%n person would be added</numerusform>
            <numerusform>%n people would be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be changed</source>
        <translation>
            <numerusform>%n would be changed</numerusform>
            <numerusform>%n would be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are refused</source>
        <translation>
            <numerusform>%n line is refused</numerusform>
            <numerusform>%n lines are refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are</source>
        <translation>
            <numerusform>%n as it is</numerusform>
            <numerusform>%n as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n people, all or nothing…</source>
        <translation>
            <numerusform>Changing %n person, all or nothing…</numerusform>
            <numerusform>Changing %n people, all or nothing…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n people added</source>
        <translation>
            <numerusform>Imported: %n person added</numerusform>
            <numerusform>Imported: %n people added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n changed.</source>
        <translation>
            <numerusform>, %n changed.</numerusform>
            <numerusform>, %n changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed people get back what they had</source>
        <translation>
            <numerusform>%n changed person gets back what there was</numerusform>
            <numerusform>%n changed people get back what they had</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n added ones are disabled.</source>
        <translation>
            <numerusform>; %n added one is disabled.</numerusform>
            <numerusform>; %n added ones are disabled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new people cannot sign in without theirs.</source>
        <translation>
            <numerusform>%n new person cannot sign in without it.</numerusform>
            <numerusform>%n new people cannot sign in without theirs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::LeaversDialog</name>
    <message numerus="yes">
        <source>%n case(s) would be opened</source>
        <translation>
            <numerusform>%n case would be opened</numerusform>
            <numerusform>%n cases would be opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them past the 24 hours already</source>
        <translation>
            <numerusform>%n of them past the 24 hours already</numerusform>
            <numerusform>%n of them past the 24 hours already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to be decided</source>
        <translation>
            <numerusform>%n line to be decided</numerusform>
            <numerusform>%n lines to be decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) nobody</source>
        <translation>
            <numerusform>%n matches nobody</numerusform>
            <numerusform>%n match nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not usable</source>
        <translation>
            <numerusform>%n not usable</numerusform>
            <numerusform>%n not usable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not opened</source>
        <translation>
            <numerusform>%n not opened</numerusform>
            <numerusform>%n not opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Open %n case(s)</source>
        <translation>
            <numerusform>&amp;Open %n case</numerusform>
            <numerusform>&amp;Open %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::LimitsDialog</name>
    <message numerus="yes">
        <source>Where running calls are not ended, each may overspend by what %n minute(s) cost.</source>
        <translation>
            <numerusform>Where running calls are not ended, each may overspend by what %n minute costs.</numerusform>
            <numerusform>Where running calls are not ended, each may overspend by what %n minutes cost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkImportDialog</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) that the file does not name would be removed.</source>
        <translation>
            <numerusform>%n network that the file does not name would be removed.</numerusform>
            <numerusform>%n networks that the file does not name would be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be used; correct the file and import it again:</source>
        <translation>
            <numerusform>%n line cannot be used; correct the file and import it again:</numerusform>
            <numerusform>%n lines cannot be used; correct the file and import it again:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkPage</name>
    <message numerus="yes">
        <source>Saved %n network(s) to %1</source>
        <translation>
            <numerusform>Saved %n network to %1</numerusform>
            <numerusform>Saved %n networks to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is blocked again by itself after %n more failure(s), or by hand.</source>
        <translation>
            <numerusform>It is blocked again by itself after %n more failure, or by hand.</numerusform>
            <numerusform>It is blocked again by itself after %n more failures, or by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkTableCard</name>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n network(s)</source>
        <translation>
            <numerusform>%1 of %n network</numerusform>
            <numerusform>%1 of %n networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::OverviewPage</name>
    <message numerus="yes">
        <source>of %n people</source>
        <translation>
            <numerusform>of %n person</numerusform>
            <numerusform>of %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon</source>
        <translation>
            <numerusform>%n due soon</numerusform>
            <numerusform>%n due soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n addresses</source>
        <translation>
            <numerusform>from %n address</numerusform>
            <numerusform>from %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n active accounts</source>
        <translation>
            <numerusform>of %n active account</numerusform>
            <numerusform>of %n active accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fresh</source>
        <translation>
            <numerusform>%n fresh</numerusform>
            <numerusform>%n fresh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never set</source>
        <translation>
            <numerusform>%n never set</numerusform>
            <numerusform>%n never set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n exempt</numerusform>
            <numerusform>%n exempt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rotated</source>
        <translation>
            <numerusform>%n not rotated</numerusform>
            <numerusform>%n not rotated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::OwnPasswordDialog</name>
    <message numerus="yes">
        <source>Your last %n passwords cannot come back.</source>
        <translation>
            <numerusform>Your last password cannot come back.</numerusform>
            <numerusform>Your last %n passwords cannot come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is due for a change %n days later.</source>
        <translation>
            <numerusform>It is due for a change a day later.</numerusform>
            <numerusform>It is due for a change %n days later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::PeopleActs</name>
    <message numerus="yes">
        <source>%n passwords are made due.</source>
        <translation>
            <numerusform>%n password is made due.</numerusform>
            <numerusform>%n passwords are made due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are, because they are you, the last owner, or may do what you may not: %1.</source>
        <translation>
            <numerusform>%n stays as it is, because it is you, the last owner, or may do what you may not: %1.</numerusform>
            <numerusform>%n stay as they are, because they are you, the last owner, or may do what you may not: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are disabled at once (%1): sign-in is refused, sessions end and devices are cut off.</source>
        <translation>
            <numerusform>%n account is disabled at once (%1): sign-in is refused, sessions end and devices are cut off.</numerusform>
            <numerusform>%n accounts are disabled at once (%1): sign-in is refused, sessions end and devices are cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %n accounts?</source>
        <translation>
            <numerusform>Disable %n account?</numerusform>
            <numerusform>Disable %n accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are disabled.</source>
        <translation>
            <numerusform>%n account is disabled.</numerusform>
            <numerusform>%n accounts are disabled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people written to %1</source>
        <translation>
            <numerusform>%n person written to %1</numerusform>
            <numerusform>%n people written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::PeopleFacts</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::PeoplePage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people</source>
        <translation>
            <numerusform>%1 of %n person</numerusform>
            <numerusform>%1 of %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon</source>
        <translation>
            <numerusform>%n due soon</numerusform>
            <numerusform>%n due soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n exempt</numerusform>
            <numerusform>%n exempt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never set</source>
        <translation>
            <numerusform>%n never set</numerusform>
            <numerusform>%n never set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked</source>
        <translation>
            <numerusform>%n locked</numerusform>
            <numerusform>%n locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people chosen</source>
        <translation>
            <numerusform>%n person chosen</numerusform>
            <numerusform>%n people chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RailItem</name>
    <message numerus="yes">
        <source>%n item(s) need action</source>
        <translation>
            <numerusform>%n item needs action</numerusform>
            <numerusform>%n items need action</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RateDeckDialog</name>
    <message numerus="yes">
        <source>%n rate(s) in %1 are loaded.</source>
        <translation>
            <numerusform>%n rate in %1 is loaded.</numerusform>
            <numerusform>%n rates in %1 are loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rate(s) in %1, all good. Loading them replaces the present deck.</source>
        <translation>
            <numerusform>%n rate in %1, and good. Loading it replaces the present deck.</numerusform>
            <numerusform>%n rates in %1, all good. Loading them replaces the present deck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are refused; nothing of the file can be loaded until they are mended.</source>
        <translation>
            <numerusform>%n row is refused; nothing of the file can be loaded until it is mended.</numerusform>
            <numerusform>%n rows are refused; nothing of the file can be loaded until they are mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RetentionRulesDialog</name>
    <message numerus="yes">
        <source>The next purge removes %n record(s) for good.</source>
        <translation>
            <numerusform>The next purge removes %n record for good.</numerusform>
            <numerusform>The next purge removes %n records for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RetentionWords</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entr(y/ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds keep %n</source>
        <translation>
            <numerusform>holds keep %n</numerusform>
            <numerusform>holds keep %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds kept %n</source>
        <translation>
            <numerusform>holds kept %n</numerusform>
            <numerusform>holds kept %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::ReviewCard</name>
    <message numerus="yes">
        <source>Replaying the last %n day(s) of your cached login log…</source>
        <translation>
            <numerusform>Replaying the last day of your cached login log…</numerusform>
            <numerusform>Replaying the last %n days of your cached login log…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replayed against the %1 logins of the last %n day(s) in your cache:</source>
        <translation>
            <numerusform>Replayed against the %1 logins of the last day in your cache:</numerusform>
            <numerusform>Replayed against the %1 logins of the last %n days in your cache:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is not enforced: nobody is refused. Were it on, of %1 logins of the last %n day(s) in your cache:</source>
        <translation>
            <numerusform>The list is not enforced: nobody is refused. Were it on, of %1 logins of the last day in your cache:</numerusform>
            <numerusform>The list is not enforced: nobody is refused. Were it on, of %1 logins of the last %n days in your cache:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleDetail</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleMatrixView</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleText</name>
    <message numerus="yes">
        <source>%n people gain: %1</source>
        <translation>
            <numerusform>%n person gains: %1</numerusform>
            <numerusform>%n people gain: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people lose: %1</source>
        <translation>
            <numerusform>%n person loses: %1</numerusform>
            <numerusform>%n people lose: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and lose: %1</source>
        <translation>
            <numerusform>and loses: %1</numerusform>
            <numerusform>and lose: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RolesPage</name>
    <message numerus="yes">
        <source>%n shipped roles, which stay as they are</source>
        <translation>
            <numerusform>%n shipped role, which stays as it is</numerusform>
            <numerusform>%n shipped roles, which stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, and %n of your own.</source>
        <translation>
            <numerusform>, and %n of your own.</numerusform>
            <numerusform>, and %n of your own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people have it now and would lose it.</source>
        <translation>
            <numerusform>%n person has it now and would lose it.</numerusform>
            <numerusform>%n people have it now and would lose it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RulesDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RulesText</name>
    <message numerus="yes">
        <source>%n of %1 people have none yet.</source>
        <translation>
            <numerusform>%n of %1 people has none yet.</numerusform>
            <numerusform>%n of %1 people have none yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more passwords are overdue at once: %1.</source>
        <translation>
            <numerusform>%n more password is overdue at once: %1.</numerusform>
            <numerusform>%n more passwords are overdue at once: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are no longer overdue: %1.</source>
        <translation>
            <numerusform>%n password is no longer overdue: %1.</numerusform>
            <numerusform>%n passwords are no longer overdue: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can do nothing but set up a second factor until they have one: %1.</source>
        <translation>
            <numerusform>%n person can do nothing but set up a second factor until there is one: %1.</numerusform>
            <numerusform>%n people can do nothing but set up a second factor until they have one: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people sign in only with a registered client certificate: %1.</source>
        <translation>
            <numerusform>%n person signs in only with a registered client certificate: %1.</numerusform>
            <numerusform>%n people sign in only with a registered client certificate: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::SessionsPage</name>
    <message numerus="yes">
        <source>%n live sessions</source>
        <translation>
            <numerusform>%n live session</numerusform>
            <numerusform>%n live sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n live sessions</source>
        <translation>
            <numerusform>%1 of %n live session</numerusform>
            <numerusform>%1 of %n live sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live session(s) of this person</source>
        <translation>
            <numerusform>%n live session of this person</numerusform>
            <numerusform>%n live sessions of this person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of %1 end at once.</source>
        <translation>
            <numerusform>%n session of %1 ends at once.</numerusform>
            <numerusform>%n sessions of %1 end at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of %1 ended.</source>
        <translation>
            <numerusform>%n session of %1 ended.</numerusform>
            <numerusform>%n sessions of %1 ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::Spend</name>
    <message numerus="yes">
        <source>Of %n call(s) of the last 90 days none would have been refused or cut.</source>
        <translation>
            <numerusform>%n call of the last 90 days would not have been refused or cut.</numerusform>
            <numerusform>Of %n calls of the last 90 days none would have been refused or cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n call(s) of the last 90 days %1 would have been refused and %2 cut: %3 of %4 saved.</source>
        <translation>
            <numerusform>Of %n call of the last 90 days %1 would have been refused and %2 cut: %3 of %4 saved.</numerusform>
            <numerusform>Of %n calls of the last 90 days %1 would have been refused and %2 cut: %3 of %4 saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::SpendPage</name>
    <message numerus="yes">
        <source>%n rate(s) in %1</source>
        <translation>
            <numerusform>%n rate in %1</numerusform>
            <numerusform>%n rates in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of this week have no rate.</source>
        <translation>
            <numerusform>%n call of this week has no rate.</numerusform>
            <numerusform>%n calls of this week have no rate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) are raised for a while.</source>
        <translation>
            <numerusform>%n limit is raised for a while.</numerusform>
            <numerusform>%n limits are raised for a while.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::StrengthMeter</name>
    <message numerus="yes">
        <source>Strength: %1, %n character(s).</source>
        <translation>
            <numerusform>Strength: %1, %n character.</numerusform>
            <numerusform>Strength: %1, %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::Words</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
