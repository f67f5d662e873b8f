<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CorrectDialog</name>
    <message numerus="yes">
        <source>A mail goes to exactly those %n who got the wrong one, or may have.</source>
        <translation>
            <numerusform>A mail goes to exactly the one who got the wrong one, or may have.</numerusform>
            <numerusform>A mail goes to exactly those %n who got the wrong one, or may have.</numerusform>
        </translation>
    </message>
</context>
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
