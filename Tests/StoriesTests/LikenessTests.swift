import Testing

@testable import Stories

/// What counts as one story, on articles written for it.
@Suite struct LikenessTests {
    private static let quake = """
        LIMA, March 3 - A strong earthquake shook the southern coast of Peru early on Monday, killing at least 12 people \
        and leaving hundreds without shelter, civil defence officials said.

        The quake, which struck at 4:15 a.m., was centred 40 kilometres off the port of Ilo, where the roof of a market hall \
        fell in and a stretch of the coastal road slid into the sea. Rescuers were digging through the rubble with their bare \
        hands while aftershocks went on, said Rosa Quispe, who leads the fire brigade of Ilo.

        "We have heard voices from under the hall, and we will not stop," she told Radio Programas by telephone.

        President Dina Boluarte was expected to fly to Moquegua later in the day. The navy sent two ships with tents, water \
        and a field hospital, and Chile offered a team of rescue dogs.

        Schools will stay closed until Thursday in the regions of Tacna, Moquegua and Arequipa. Southern Peru Copper said that \
        its smelter had been shut down as a precaution and that nobody had been hurt there.
        """

    private func signature(_ text: String, _ title: String? = nil, day: Int? = nil) throws -> StorySignature {
        try #require(SignatureBuilder.signature(of: text, title: title, day: day))
    }

    @Test func updatesAreTheSameStory() throws {
        let updated =
            Self.quake.replacing("at least 12 people", with: "at least 19 people")
            .replacing("leaving hundreds", with: "leaving thousands")
            + "\n\nThe toll may rise further, officials warned."
        let likeness = StoryLikeness(try signature(Self.quake), try signature(updated))
        #expect(likeness.isSameStory)
        #expect(likeness.otherNames == 0 && likeness.otherNumbers <= 1)
    }

    @Test func formsWithOtherFactsAreNot() throws {
        func form(_ state: String, _ cause: String, _ day: String, _ head: String, _ county: String) -> String {
            """
            Today, the President declared that a major disaster exists in the State of \(state) and ordered federal aid to \
            supplement recovery efforts in the areas affected by \(cause) on \(day). The action makes federal funding \
            available to affected individuals in \(county). Assistance can include grants for temporary housing and home \
            repairs, low-cost loans to cover uninsured property losses, and other programs to help people and owners of \
            businesses recover from the effects of the disaster. \(head) of the Federal Emergency Management Agency was \
            named to coordinate federal recovery operations in \(state). Damage assessments are continuing in other areas, \
            and more counties of \(state) may be designated after the assessments are fully completed.
            """
        }
        let one = form("Oregon", "wildfires", "September 7", "Mr. Toney Raines", "Jackson County")
        let other = form("Kentucky", "flooding", "March 2", "Mr. John Brogan", "Breathitt County")
        let likeness = StoryLikeness(try signature(one, "Oregon Disaster"), try signature(other, "Kentucky Disaster"))
        #expect(likeness.jaccard > 0.4)
        #expect(!likeness.isSameStory)
        #expect(StoryLikeness(try signature(one), try signature(one)).isSameStory)
    }

    @Test func copiesComeWithinDays() throws {
        let rewritten = Self.quake.replacing("early on Monday", with: "before dawn").replacing("Rescuers", with: "Men")
            .replacing("is expected", with: "wants").replacing("people", with: "residents").replacing(
                "the port", with: "port")
        func isSame(_ other: String, after days: Int) throws -> Bool {
            StoryLikeness(try signature(Self.quake, day: 1000), try signature(other, day: 1000 + days)).isSameStory
        }
        #expect(try isSame(rewritten, after: 0) && isSame(rewritten, after: 3))
        #expect(try !isSame(rewritten, after: 4))
        #expect(try isSame(Self.quake, after: 400), "the very same words are the same story at any time")
    }

    @Test func shortTextsMustBeTheSame() throws {
        let flash =
            "PARIS - The government of France resigned on Friday, the office of the president said in a statement."
        #expect(StoryLikeness(try signature(flash), try signature(flash)).isSameStory)
        let other = flash.replacing("France", with: "Gabon").replacing("PARIS", with: "LIBREVILLE")
        #expect(!StoryLikeness(try signature(flash), try signature(other)).isSameStory)
        #expect(SignatureBuilder.signature(of: "Two words") == nil)
        #expect(SignatureBuilder.signature(of: "") == nil)
    }

    @Test func signaturesReadBack() throws {
        for (text, day) in [(Self.quake, 739_000), ("one two three", nil)] {
            let made = try signature(text, "Quake shakes Peru", day: day)
            #expect(StorySignature(made.bytes) == made)
            #expect(made.day == day)
            #expect(StorySignature(Array(made.bytes.dropLast())) == nil)
        }
        let made = try signature(Self.quake, "Quake shakes Peru")
        // A sampled place may name a fact that is there, and no other.
        var damaged = made.bytes
        damaged[damaged.count - 1] = 255
        #expect(made.facts.samples.count > 0 && StorySignature(damaged) == nil)
        #expect(StorySignature([]) == nil)
        #expect(StorySignature([UInt8](repeating: 255, count: 400)) == nil)
    }
}
