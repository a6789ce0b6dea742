package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final MaterialFacts FACTS = facts(Set.of("a -> b tcp/80"), Set.of("BL-1"), Set.of("proven x"));
    private static final Review BEGUN = Review.of(
            "network-design", "Plan", "ana", DAY, new LinkedHashSet<>(List.of("networks", "security")), FACTS);

    private static MaterialFacts facts(Set<String> crossings, Set<String> controls, Set<String> intents) {
        return new MaterialFacts(
                new TreeSet<>(crossings), new TreeSet<>(controls), new TreeSet<>(intents), new TreeSet<>());
    }

    private static Review approved(Review review, String by, String role) {
        return review.with(new Review.Approval(by, role, DAY, review.graph()));
    }

    @Test
    void fourEyesAreNeeded() {
        assertThat(BEGUN.objections("ana", "networks")).containsExactly("ana is the author: four eyes are needed.");
        assertThat(BEGUN.objections("ben", "networks")).isEmpty();
        assertThat(BEGUN.objections("ben", "legal")).hasSize(1);

        Review once = approved(BEGUN, "ben", "networks");
        assertThat(once.missing()).containsExactly("security");
        assertThat(once.objections("ben", "security")).hasSize(1);
        assertThat(once.objections("cem", "networks")).hasSize(1);
        assertThat(approved(once, "cem", "security").missing()).isEmpty();
    }

    @Test
    void onlyAMaterialChangeReopens() {
        assertThat(FACTS.changesIn(facts(Set.of(), Set.of("BL-1", "BL-2"), Set.of("proven x", "proven y"))))
                .isEmpty();
        assertThat(FACTS.changesIn(facts(Set.of("a -> b tcp/80", "a -> c tcp/1"), Set.of(), Set.of("broken x"))))
                .containsExactly("new crossing: a -> c tcp/1", "lost control: BL-1", "intent no longer so: proven x");
    }

    @Test
    void whatIsRenewedKeepsWhatWasSaidAndAsksForApprovalAgain() {
        Review all = approved(approved(BEGUN, "ben", "networks"), "cem", "security")
                .with(new Review.Comment("ben", DAY, "", "Why?"));

        Review renewed = all.renewed(facts(Set.of("a -> c tcp/1"), Set.of(), Set.of()));

        assertThat(renewed.missing()).containsExactly("networks", "security");
        assertThat(renewed.comments()).hasSize(1);
        assertThat(renewed.approvals()).hasSize(2);
    }

    @Test
    void theFileGivesTheSameReviewWhateverIsWrittenInIt() {
        Review review = approved(BEGUN, "b: 'en\" #x", "networks")
                .with(new Review.Comment("ana", DAY, "a -> b", "- {not: [yaml\n\n--- # \u2028 \t no"));

        ReviewFile.Answer read = ReviewFile.read("r.yaml", ReviewFile.text(review));

        assertThat(read.problems()).isEmpty();
        assertThat(read.review()).contains(review);
    }

    @Test
    void factsThatSomebodyChangedByHandAreNotTrusted() {
        String forged = ReviewFile.text(BEGUN).replace("a -> b tcp/80", "a -> b tcp/81");

        ReviewFile.Answer read = ReviewFile.read("r.yaml", forged);

        assertThat(read.review()).isEmpty();
        assertThat(read.problems().getFirst().code()).isEqualTo("review-changed-by-hand");
    }

    @Test
    void aFileThatIsNoReviewIsSaidWithItsPlaces() {
        assertThat(ReviewFile.read("r.yaml", "").problems()).isNotEmpty();
        assertThat(ReviewFile.read("r.yaml", "version: 1\ntitel: x\n").problems())
                .anySatisfy(problem -> assertThat(problem.toString()).contains("titel"));
    }
}
