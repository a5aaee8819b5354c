using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Tests.Clinical.Patients;

public class TellingAHistory
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly Actor ThePatient = new(Guid.Empty, "Noor Willow", Role.Patient);
    private static readonly Actor Nurse = new(Guid.Empty, "Ben Rowan", Role.Nurse);
    private static readonly MedicineReported Lorazepam = new(new("lorazepam", "6470", IsTaken: true));

    [Fact]
    public void What_the_patient_names_counts_at_once_but_silence_does_not()
    {
        var facts = Tell(new(), (Lorazepam, ThePatient)).AsFacts();

        Assert.Equal("lorazepam", Assert.Single(facts.Medicines.Items).Name);
        Assert.False(facts.Medicines.IsReviewed);
    }

    [Fact]
    public void A_review_by_staff_settles_the_list_and_confirms_what_was_told()
    {
        var history = Tell(new(), (Lorazepam, ThePatient), (new ListReviewed(HistoryList.Medicines), Nurse));

        Assert.True(history.AsFacts().Medicines.IsReviewed);
        Assert.False(history.IsUnconfirmed(HistoryList.Medicines, "lorazepam"));
    }

    [Fact]
    public void A_later_word_of_the_patient_takes_the_review_away()
    {
        var history = Tell(new(), (new ListReviewed(HistoryList.Medicines), Nurse), (Lorazepam, ThePatient));

        Assert.False(history.AsFacts().Medicines.IsReviewed);
        Assert.True(history.IsUnconfirmed(HistoryList.Medicines, "Lorazepam"));
    }

    [Fact]
    public void Told_twice_it_stands_once()
    {
        var history = Tell(new(), (Lorazepam, ThePatient), (new MedicineReported(new("Lorazepam", null, IsTaken: true)), ThePatient));

        Assert.Single(history.Medicines);
        Assert.Single(history.Unconfirmed);
    }

    [Fact]
    public void An_answer_taken_back_is_not_answered()
    {
        var history = Tell(new(), (new QuestionAnswered("pregnant", true), ThePatient), (new QuestionAnswered("pregnant", null), ThePatient));

        Assert.Empty(history.Answers);
    }

    [Fact]
    public void Finishing_a_step_does_not_take_a_review_away()
    {
        var history = Tell(new(), (new ListReviewed(HistoryList.Answers), Nurse), (new StepReported("heart"), ThePatient));

        Assert.NotNull(history.ReviewOf(HistoryList.Answers));
        Assert.True(history.HasTold("heart"));
    }

    [Fact]
    public void A_statement_that_nothing_was_left_out_is_kept_with_its_day_and_changes_no_review()
    {
        var history = Tell(new(), (new ListReviewed(HistoryList.Answers), Nurse), (new StatedComplete("Noor Willow"), ThePatient));

        Assert.Equal(new CompletenessStatement("Noor Willow", Now), history.Statement);
        Assert.NotNull(history.ReviewOf(HistoryList.Answers));
    }

    [Fact]
    public void Questions_that_the_patient_wants_to_ask_replace_those_chosen_before()
    {
        var history = Tell(new(), (new QuestionsChosen(["cost", "feel"]), ThePatient), (new QuestionsChosen(["feel"]), ThePatient));

        Assert.Equal(["feel"], history.WantsToAsk);
    }

    [Fact]
    public void Having_read_how_to_get_ready_counts_only_for_the_plan_that_was_signed_before()
    {
        var history = Tell(new(), (new StepReported(History.PreparationRead), ThePatient));

        Assert.Equal(Now, history.PreparationReadAt(Now.AddDays(-1)));
        Assert.Null(history.PreparationReadAt(Now.AddDays(1)));
        Assert.Null(new History().PreparationReadAt(Now));
    }

    private static History Tell(History history, params (HistoryChange Change, Actor By)[] told) =>
        told.Aggregate(history, (before, each) => each.Change.Apply(before, each.By, Now));
}
