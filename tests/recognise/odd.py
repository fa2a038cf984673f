"""Invented resolutions as they come out of other programs and other hands."""

from __future__ import annotations

TEXTS = {
    "a typescript of the Security Council": """\
RESOLUTION 9001 (1947)

Resolution of 12 November 1947

\tThe Security Council,

\tHaving considered the report of the Commission of Investiga-
tion concerning footnotes,

\tNoting that the parties have agreed to use the same margins,

\t1. Resolves that the footnotes shall be numbered;

\t2. Requests the Secretary-General:

\t   (a) To communicate this resolution to the printers;

\t   (b) To report to the Council.

\tAdopted at the 219th meeting by 9 votes to none, with
2 abstentions (Marginalia, Union of Endnotes).
""",
    "a volume of the Security Council": """\
9002 (1950). Resolution of 25 June 1950
[S/1501]
The Security Council,
Recalling the finding of the General Assembly in its resolution
293 (IV) of 21 October 1949 that the footnotes are lawful,1
Noting with grave concern the attack upon the margins,
I
Calls for the immediate cessation of endnotes;
Calls upon the authorities to withdraw their notes to the 38th page;
II
Requests the Commission:
(a) To communicate its fully considered recommendations;
(b) To observe the withdrawal of notes.
Adopted at the 473rd meeting by
9 votes to none, with 1 abstention
(Yugoslavia).2
____________________
1 See Official Records, p. 1.
2 One member was absent.
""",
    "a statement of the President": """\
United Nations                                           S/PRST/2044/5
Security Council                                         Distr.: General
                                                         12 May 2044
                                                         Original: English

                Statement by the President of the Security Council

     At the 9998th meeting of the Security Council, held on 12 May 2044, in
connection with the Council’s consideration of the item entitled "Footnotes", the
President of the Security Council made the following statement on behalf of the
Council:

          "The Security Council expresses its deep concern about notes.

          "The Security Council welcomes the efforts of the printers to number
     them, and encourages all scholars to do so.

          "The Security Council will remain seized of the matter."

44-07777 (E)   120544
*4407777*
""",
    "a draft in French": """\
Nations Unies                                             A/C.2/99/L.7
Assemblée générale                                        Distr. limitée
                                                          3 novembre 2044
                                                          Français
                                                          Original : anglais

Quatre-vingt-dix-neuvième session
Deuxième Commission
Point 57 b) de l’ordre du jour
Typographie au service du développement

              Belgique, Chili* et Ghana : projet de résolution

              Année internationale des notes de bas de page

     L'Assemblée générale,

     Rappelant sa résolution 98/1 du 5 décembre 2043, et notant avec satis-
faction le rapport du Secrétaire général1,

     Considérant que les notes sont utiles,

     1.   Décide de proclamer 2045 Année internationale des notes de bas
de page ;

     2.   Prie le Secrétaire général de lui rendre compte de l'application de
la présente résolution à sa centième session.

__________________
   *  Au nom des États Membres de l'Organisation qui sont membres du Groupe.
   1  A/99/12.

44-18888 (F)    041144
""",
    "pdftotext -raw": """\
United Nations A/RES/99/7
General Assembly Distr.: General
8 January 2045
Ninety-ninth session
Agenda item 57 (b)
44-22222 (E)
*4422222*
Resolution adopted by the General Assembly
on 22 December 2044
[on the report of the Second Committee (A/99/999/Add.2, para. 7)]
99/7. International Year of Footnotes
The General Assembly,
Recalling its resolution 98/1 of 5 December 2043,
1
Noting the report of the Secretary-General,
2
1. Decides to proclaim the International Year of Footnotes, as
defined in the annex;
2. Requests the Secretary-General to report thereon.
62nd plenary meeting
22 December 2044
__________________
1
See A/99/1, annex.
2
A/99/2.
A/RES/99/7 International Year of Footnotes
2/2 44-22222
""",
    "copied from a browser": """\
A/RES/99/7 - International Year of Footnotes

Skip to content
Resolution adopted by the General Assembly on 22 December 2044
[on the report of the Second Committee (A/99/999)]

99/7.\u00a0International Year of Footnotes

The General Assembly,

Recalling its resolution 98/1 of 5 December 2043,[1]

Noting the report of the Secretary-General,[2]

1. Decides to proclaim the International Year of Footnotes;

2. Requests the Secretary-General:

(a) To number all notes;

(b) To report thereon.

62nd plenary meeting
22 December 2044

[1] See A/99/1, annex.
[2] A/99/2.
""",
    "saved by Word as text": """\
United Nations\tA/RES/99/7
\tGeneral Assembly\tDistr.: General
\t\t8 January 2045
Ninety-ninth session
Agenda item 57 (b)
Resolution adopted by the General Assembly on 22 December 2044
[on the report of the Second Committee (A/99/999)]
\t99/7.\tInternational Year of Footnotes
The General Assembly,
Recalling its resolution 98/1 of 5 December 2043, and all of the resolutions on notes that it has adopted since,
Noting the report of the Secretary-General,
1.\tDecides to proclaim the International Year of Footnotes;
2.\tRequests the Secretary-General:
(a)\tTo number all notes;
(b)\tTo report thereon.
62nd plenary meeting
22 December 2044
""",
    "two columns": """\
           International Year of Footnotes

The General Assembly,                     2. Requests the Secretary-
                                          General to submit a report on
Recalling its resolution 98/1             the notes at its hundredth
of 5 December 2043,                       session;

Noting the report of the                  3. Calls upon all printers to
Secretary-General,                        number the notes;

1. Decides to proclaim the                4. Decides to remain seized
International Year of Foot-               of the matter.
notes;
""",
    "recognised by OCR": """\
UNITED NATlONS
GENERAL ASSEMBLY
Distr. GENERAL
A/RES/99/7
8 January 2045
Ninety-ninth session
Agenda item 57 (b)

RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY
[on the report of the Second Committee (A/99/999)]

99/7. INTERNATIONAL YEAR OF FOOTNOTES

The General Assembly,

Recalling its resolution 98/1 of 5 December 2043,

1 . Decides to proclaim the International Year of Footnotes;

2 . Requests the Secretary-General to report.

62nd plenary meeting
22 December 2044
""",
    "a blank line after every line": """\
99/7. International Year of Footnotes

The General Assembly,

Recalling its resolution 98/1 of 5 December 2043, and all of the

resolutions on notes, margins, stars and daggers that it has

adopted since,

1. Decides to proclaim the International Year of Footnotes, in

accordance with the rules annexed to the present resolution;

2. Requests the Secretary-General to report thereon.

62nd plenary meeting

22 December 2044""",
    "numbered lines": """\
  1  99/7. International Year of Footnotes
  2  The General Assembly,
  3  Recalling its resolution 98/1 of 5 December 2043, and all of the
  4  resolutions on notes that it has adopted since,
  5  1. Decides to proclaim the International Year of Footnotes;
  6  2. Requests the Secretary-General to report thereon.""",
    "quoted in a mail": """\
> 99/7. International Year of Footnotes
> The General Assembly,
> Recalling its resolution 98/1 of 5 December 2043,
> 1. Decides to proclaim the International Year of Footnotes;
> 2. Requests the Secretary-General to report thereon.""",
    "Arabic": """\
الأمم المتحدة
A/RES/99/7
الجمعية العامة
Distr.: General
8 January 2045
الدورة التاسعة والتسعون
البند 57 (ب) من جدول الأعمال

قرار اتخذته الجمعية العامة في 22 كانون الأول/ديسمبر 2044

99/7 - السنة الدولية للحواشي

إن الجمعية العامة،

إذ تشير إلى قرارها 98/1 المؤرخ 5 كانون الأول/ديسمبر 2043(1)،

1 - تقرر إعلان السنة الدولية للحواشي؛

2 - تطلب إلى الأمين العام ما يلي:

(أ) ترقيم الحواشي؛

(ب) تقديم تقرير.

الجلسة العامة 62
22 كانون الأول/ديسمبر 2044

(1) انظر A/99/1.
""",
    "Chinese with raised figures": """\
联合国 A/RES/99/7
大会
第九十九届会议
议程项目57(b)
2044年12月22日大会决议
99/7. 国际脚注年
大会，
回顾其2043年12月5日第98/1号决议，¹
1. 决定宣布国际脚注年；
2. 请秘书长：
(a) 为脚注编号；
(b) 提出报告。
第62次全体会议
2044年12月22日
¹ 见A/99/1。
""",
    "Russian without blank lines": """\
Организация Объединенных Наций  A/RES/99/7
Генеральная Ассамблея
Девяносто девятая сессия
Пункт 57 b) повестки дня
Резолюция, принятая Генеральной Ассамблеей 22 декабря 2044 года
99/7. Международный год сносок

Генеральная Ассамблея,
ссылаясь на свою резолюцию 98/1 от 5 декабря 2043 года и на все ре-
золюции о сносках, полях и звездочках1,
1. постановляет провозгласить Международный год сносок;
2. просит Генерального секретаря:
a) нумеровать сноски;
b) представить доклад.
62-е пленарное заседание,
22 декабря 2044 года
_______________
1 См. A/99/1.
""",
    "Spanish without blank lines": """\
Naciones Unidas A/RES/99/7
Asamblea General
Nonagésimo noveno período de sesiones
Tema 57 b) del programa
Resolución aprobada por la Asamblea General el 22 de diciembre de 2044
99/7. Año Internacional de las Notas al Pie
La Asamblea General,
Recordando su resolución 98/1, de 5 de diciembre de 20431,
1. Decide proclamar el Año Internacional de las Notas al Pie;
2. Pide al Secretario General que le presente un informe.
62a sesión plenaria
22 de diciembre de 2044
_______________
1 Véase A/99/1.
""",
    "form feeds": """\
99/7. International Year of Footnotes

     The General Assembly,

     Recalling its resolution 98/1 of 5 December 2043,1 and all of the resolutions on
_______________
     1   See A/99/1.
44-22222 (E)\f
A/RES/99/7                                        International Year of Footnotes

notes, margins and stars that it has adopted since,

     1.   Decides to proclaim the year;
44-22222                                                              2/3\f
International Year of Footnotes                                     A/RES/99/7

     2.   Requests the Secretary-General to report thereon.

                                                     62nd plenary meeting
                                                         22 December 2044
3/3                                                                  44-22222
""",
    "capitals": """\
THE SECURITY COUNCIL,
RECALLING ITS RESOLUTION 9000 (2043),
1. DECIDES TO NUMBER THE NOTES;
2. DECIDES TO REMAIN SEIZED OF THE MATTER.
""",
    "no numbers": """\
The General Assembly,
Recalling its resolution 98/1 of 5 December 2043,
Decides to proclaim the International Year of Footnotes;
Requests the Secretary-General to report thereon;
Invites all printers to join.
""",
    "notes of an annex from 1 again": """\
99/7. International Year of Footnotes

The General Assembly,

Recalling its resolution 98/1 of 5 December 2043,1

1. Adopts the rules annexed to the present resolution.

62nd plenary meeting
22 December 2044

_______________
1 See A/99/1.
\f
Annex
Rules of footnotes

I. General

1. Every note shall have a mark.1

2. Every mark shall have a note.

_______________
1 In the sense of rule 2.
""",
}
