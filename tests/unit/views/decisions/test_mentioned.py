from views.decisions.mentioned import named

TEXT = (
    "Gelet op artikel 41 van het decreet van 22 december 2017 over het lokaal bestuur. De opdracht wordt gegund aan"
    " Zonnedak West bv. De stad Damme werkt samen met Torhout <script>."
)


def test_laws_companies_and_other_municipalities_are_named_each_with_a_search():
    html = named(TEXT, "Damme")
    assert "Decreet van 22 december 2017 over het lokaal bestuur</a> (art. 41)" in html
    assert "vraag=Zonnedak+West+bv" in html
    assert "Torhout" in html
    assert "vraag=Damme" not in html
    assert "<script>" not in html


def test_a_text_that_names_nothing_shows_nothing():
    assert named("De vergadering is gesloten.", None) == ""
    assert named("", "Damme") == ""
