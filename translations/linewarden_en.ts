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
        <source>%n people reach logs or settings with a password alone</source>
        <translation>
            <numerusform>%n person reaches logs or settings with a password alone</numerusform>
            <numerusform>%n people reach logs or settings with a password alone</numerusform>
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
