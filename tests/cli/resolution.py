"""An invented resolution, short and whole, for tests of the command line and of batches."""

ENGLISH = """\
United Nations                                                A/RES/99/301

General Assembly
                                                              Distr.: General
                                                              14 January 2045

Ninety-ninth session
Agenda item 12

               Resolution adopted by the General Assembly
               on 20 December 2044

               [on the report of the Third Committee (A/99/480)]

               99/301. International Year of Footnotes

     The General Assembly,

     Recalling its resolution 98/7 of 3 November 2043,

     Noting with appreciation the patience of all readers of small type,

     1. Proclaims the year 2046 the International Year of Footnotes;

     2. Invites all Member States to read to the end of the page;

     3. Decides to remain seized of the margin.

                                                              74th plenary meeting
                                                              20 December 2044
"""

FRENCH = """\
# Assemblée générale

Distr. générale
14 janvier 2045

## Quatre-vingt-dix-neuvième session

Point 12 de l'ordre du jour

## Résolution adoptée par l'Assemblée générale le 20 décembre 2044

### 99/301. Année internationale des notes de bas de page

*L'Assemblée générale,*

*Rappelant* sa résolution 98/7 du 3 novembre 2043<sup>1</sup>,

1. *Proclame* l'année 2046 Année internationale des notes de bas de page ;

2. *Décide* de rester saisie de la marge.

---

<sup>1</sup> Voir la marge.

*74<sup>e</sup> séance plénière
20 décembre 2044*
"""
