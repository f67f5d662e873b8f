<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeliveriesModel</name>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>to %n</numerusform>
            <numerusform>to %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message numerus="yes">
        <source>Read from PagerDuty: %n new in the timeline</source>
        <translation>
            <numerusform>Read from PagerDuty: %n new in the timeline</numerusform>
            <numerusform>Read from PagerDuty: %n new in the timeline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishPage</name>
    <message numerus="yes">
        <source>published {time} · %n deliveries</source>
        <translation>
            <numerusform>published {time} · %n delivery</numerusform>
            <numerusform>published {time} · %n deliveries</numerusform>
        </translation>
    </message>
</context>
</TS>
