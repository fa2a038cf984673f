"""Plain text that keeps the layout of its pages, and pdftotext's order of notes."""

from tests.recognise.assemble.invented import furniture, notes, paragraphs, typed

LAID_OUT = """
                 United Nations                                               A/RES/99/7
                 General Assembly                                 Distr.: General
                                                                  6 January 2045

                 Resolution adopted by the General Assembly
                 on 6 January 2045

     99/7.       International Year of Footnotes

                      The General Assembly,
                      Recalling that notes have served learning since the invention of the
                 printing press, 1
                      Convinced that the wishes and aspirations of all the readers of
                 Footnotes should continue to guide the further development of notes,
                      1.   Proclaims 2046 the International Year of Footnotes;
                      2.   Invites all Member States and the organizations of the system to
                 observe the International Year and to raise awareness of its purpose, which is

         _______________
             1
                 See A/99/12.

 45-00007 (E)      060145
\fA/RES/99/7                                           International Year of Footnotes

             to serve the reader of every book.

                                                              55th plenary meeting
                                                                6 January 2045
\f"""


def test_wide_gaps_part_the_sides_of_a_masthead():
    assert paragraphs(typed(LAID_OUT))[:5] == [
        "United Nations",
        "A/RES/99/7",
        "General Assembly",
        "Distr.: General",
        "6 January 2045",
    ]


def test_indents_begin_paragraphs_and_pages_go_on():
    assert paragraphs(typed(LAID_OUT))[6:] == [
        "99/7.\tInternational Year of Footnotes",
        "The General Assembly,",
        "Recalling that notes have served learning since the invention of the printing press, {1}",
        (
            "Convinced that the wishes and aspirations of all the readers of Footnotes should continue to guide the "
            "further development of notes,"
        ),
        "1.   Proclaims 2046 the International Year of Footnotes;",
        (
            "2.   Invites all Member States and the organizations of the system to observe the International Year "
            "and to raise awareness of its purpose, which is to serve the reader of every book."
        ),
        "55th plenary meeting",
        "6 January 2045",
    ]


def test_heads_after_a_form_feed_and_the_date_of_release_are_furniture():
    flow = typed(LAID_OUT)
    assert [text for _, text in furniture(flow)] == [
        "45-00007 (E)",
        "060145",
        "A/RES/99/7",
        "International Year of Footnotes",
        "_______________",
    ]
    assert notes(flow) == {"1": "See A/99/12."}


def test_marks_together_before_their_notes():
    flow = typed("""
        Recalling the Declaration on Footnotes, 1 the Declaration on Endnotes 2 and the Plan,3

        _______________
        1
        2

        Resolution 99/1.
        United Nations, Treaty Series, vol. 1, No. 2.
        3
        A/99/12.
    """)
    assert notes(flow) == {
        "1": "Resolution 99/1.",
        "2": "United Nations, Treaty Series, vol. 1, No. 2.",
        "3": "A/99/12.",
    }


def test_a_paragraph_whose_last_line_comes_first_is_put_in_order():
    flow = typed("""
        3.
        Reaffirms its strong support for the indispensable role of notes;
        4.
        Footnotes;

        Appeals to Member States to continue to support the activities of the Office of

        5.
        Decides to remain seized of the matter.
    """)
    assert paragraphs(flow)[1] == (
        "4.\tAppeals to Member States to continue to support the activities of the Office of Footnotes;"
    )


def test_notes_before_a_page_end_without_a_rule_and_with_marks_alone():
    flow = typed("""
        A/RES/99/7

        99/7. International Year of Footnotes

        The General Assembly,

        Recalling the Declaration on Footnotes, 1 and the Plan of Action on Endnotes, 2 which it


            1
              Resolution 99/1.
            2
              A/99/12.
        \fA/RES/99/7                                          International Year of Footnotes

        adopted in that year,
    """)
    assert notes(flow) == {"1": "Resolution 99/1.", "2": "A/99/12."}
    assert paragraphs(flow)[-1].endswith("{2} which it adopted in that year,")


def test_wide_spaces_of_a_justified_line_are_no_columns():
    flow = typed("""
        Recalling     the    Declaration     on    Footnotes    and    the    Plan
        of Action,
    """)
    assert len(paragraphs(flow)) == 1


def test_a_table_of_figures_is_no_page_in_two_columns():
    rows = [f"Footnotes of the year {year}              {year * 3} 000" for year in range(2040, 2050)]
    flow = typed("\n".join(rows))
    joined = " ".join(paragraphs(flow))
    assert joined.index("2041") < joined.index(f"{2042 * 3} 000") < joined.index(f"{2045 * 3} 000")
