"""The Dutch words of the screen that tells how to search."""

from typing import Final

HELP_HEADING: Final = "Zo zoekt u"
HELP_INTRO: Final = (
    "Het Streekgeheugen zoekt op betekenis in notulen, besluiten, standpunten en overeenkomsten van de buurgemeenten."
)
HELP: Final = (
    (
        "Vragen",
        (
            "Stel uw vraag zoals u ze aan een collega zou stellen, of typ gewoon een onderwerp.",
            "U hoeft de juiste woorden niet te kennen: wie “deelfiets” vraagt, vindt ook “fietsdelen”.",
            "Nederlands werkt het best. Een vraag in het Frans of het Engels vindt vaak ook Nederlandse teksten.",
        ),
    ),
    (
        "Lezen wat u vindt",
        (
            "Elk resultaat is de passage van een document die het best past. De zin die antwoordt, staat in het vet.",
            "Staat een besluit in notulen én besluitenlijst, dan is dat één resultaat. “Ook in” noemt het andere stuk.",
            "“Nieuwste eerst” zet dezelfde resultaten op datum; vraagt u naar besluiten, dan staan die vooraan.",
            "Klik op de titel: de bladzijde opent, met de passage in het geel.",
            "We vatten niets samen en verzinnen niets: u leest altijd de tekst van het document zelf.",
            "“Naar het besluit” toont de artikelen, de stemming, of het nog geldt, en de agenda van die zitting.",
            "Of een besluit nog geldt, weten we alleen van wat hier is ingelezen. Kijk ook altijd naar de datum.",
        ),
    ),
    (
        "Dossiers, overeenkomsten en overzichten",
        (
            "Dossiers: wat over jaren en besturen bij elkaar hoort, en waarom. U kunt ze samenvoegen en splitsen.",
            "Overeenkomsten: wie nog kan instappen, wie meedoet, wat wanneer eindigt. Ook voor Excel en uw agenda.",
            "Ervaring: welke besturen al met een onderwerp bezig waren. Matrix: het laatste besluit per gemeente.",
            "Is een uitkomst of datum fout gelezen? Verbeter ze bij “Klopt er iets niet?”. U kunt dat terugdraaien.",
        ),
    ),
    (
        "Nota’s, nieuws en volglijsten (Bureau)",
        (
            "Nota: een briefingnota over een thema, alleen citaten, elk met de bladzijde. Bewaar ze en werk ze bij.",
            "Met “+ In mijn nota” zet u een passage, besluit, overeenkomst of dossier in uw huidige nota.",
            "Deel een nota met haar link. Wie niet alle bronnen mag lezen, krijgt de tekst niet te zien.",
            "Nieuw: wat er sinds de vorige vergadering beslist is, en welke overeenkomsten bijna aflopen.",
            "“Volg deze zoekopdracht”: wat erbij komt, ziet u in uw volglijsten, in een feed of per mail.",
            "Nota’s en volglijsten horen bij deze browser, tot er aanmelding is. Wist u de cookies, dan zijn ze weg.",
            "Zegt u of een antwoord helpt? Dat verandert niets aan het zoeken; het helpt ons het te verbeteren.",
        ),
    ),
    (
        "Verfijnen en delen",
        (
            "Met de filters kiest u gemeenten, soorten, organen en een periode. Brugge en Damme samen toont beide.",
            "De hele zoekvraag staat in de adresbalk. Stuur die link door, en uw collega ziet hetzelfde.",
        ),
    ),
    (
        "Als u niets vindt",
        (
            "Vinden we niets dat goed past, dan zeggen we dat, en ook waarin we zochten.",
            "In een scan zonder tekst kunnen we niet zoeken. Bij “Wat zit erin” ziet u om welke bestanden het gaat.",
            "U ziet alleen documenten die u mag lezen.",
        ),
    ),
    (
        "Met het toetsenbord",
        (
            "Tab gaat naar de volgende link of knop, Enter opent ze.",
            "In een document gaan pijl links en rechts naar het vorige of volgende resultaat; met Shift bladert u.",
        ),
    ),
)
