namespace Mooring.Tests.Storage.Library;

/// <summary>Content that reads well, file by file, and yet can not be right. Each fault names its code, file and line.</summary>
public class FindingContradictions
{
    private const string Renal = "rules/ci-renal.yaml";
    private const string Infusion = "protocols/trd-iv-std.yaml";
    private const string Pack = "monitoring/base/every-route.yaml";

    [Fact]
    public void A_loinc_with_a_slip_is_found() =>
        Found("LIB122", "codes/measures.yaml", ["code: '8480-6'", "code: '8480-5'"], "8480-5");

    [Fact]
    public void An_icd_code_of_a_protocol_with_a_slip_is_found() => Found("LIB123", Infusion, ["icd10: [F32.1,", "icd10: [3F2.1,"], "3F2.1");

    [Fact]
    public void A_fact_that_no_case_shows_is_found() =>
        Found("LIB163", "rules/ci-nasal.yaml", ["answers: { nasal-problem: true }", "answers: { nasal-problem: false }"], "cases:");

    [Fact]
    public void A_value_that_no_case_leaves_out_is_found() =>
        Found("LIB163", Renal, ["given: { sex: female }", "given: { measured: { egfr: '60 mL/min/{1.73_m2}' } }"], "cases:");

    [Fact]
    public void A_graver_grade_after_a_milder_is_found() => Found("LIB164", "rules/ix-maoi.yaml", ["level: hold", "level: info"], "grades:");

    [Fact]
    public void A_caution_that_nobody_may_pass_is_found() => Found("LIB165", Renal, ["override: prescriber", "override: nobody"], "override: nobody");

    [Fact]
    public void Limits_that_no_value_can_keep_at_once_are_found() =>
        Found("LIB182", "rules/ci-preg-pot.yaml", ["at-most: '55 a'", "at-most: '10 a'"], "grades:");

    [Fact]
    public void A_stop_that_nobody_needs_to_pass_is_found() =>
        Found("LIB165", "rules/ci-preg.yaml", ["override: prescriber-and-director", "override: not-needed"], "override: not-needed");

    [Fact]
    public void Two_rules_with_opposite_demands_on_one_fact_are_found() =>
        Found("LIB166", "rules/ci-thy.yaml", [], "grades:", "rules/ix-thy.yaml", ["level: info", "level: hold", "override: not-needed", "override: prescriber"]);

    [Fact]
    public void A_stop_that_begins_before_the_hold_of_another_rule_is_found() => Found(
        "LIB167", "rules/ci-bp-crisis.yaml", ["at-least: '180 mm[Hg]'", "at-least: '150 mm[Hg]'"], "grades:");

    [Fact]
    public void Two_rules_that_together_leave_nobody_are_found() =>
        Found("LIB168", "rules/ci-age-65.yaml", ["level: caution", "level: hold", "at-least: '65 a'", "at-least: '17 a'"], "grades:");

    [Fact]
    public void Two_cases_of_one_name_are_found() => Found("LIB169", "rules/ci-nasal.yaml", ["case: 'Said no'", "case: 'Said yes'"], "case: 'Said yes'");

    [Fact]
    public void A_soft_limit_beyond_its_hard_cap_is_found() =>
        Found("LIB177", Infusion, ["of: dose-per-kg\n    at-most: 0.5 mg/kg", "of: dose-per-kg\n    at-most: 2 mg/kg"], "id: raise");

    [Fact]
    public void A_start_outside_its_own_range_is_found() => Found("LIB178", Infusion, ["low: 0.5 mg/kg", "low: 0.6 mg/kg"], "start: 0.5 mg/kg");

    [Fact]
    public void A_phase_with_more_sessions_than_its_most_is_found() => Found("LIB178", Infusion, ["high: 8", "high: 5"], "name: Induction");

    [Fact]
    public void A_start_beyond_a_hard_cap_is_found() =>
        Found("LIB179", Infusion, ["start: 0.5 mg/kg", "start: 1.6 mg/kg", "high: 1 mg/kg", "high: 2 mg/kg"], "start: 1.6 mg/kg");

    [Fact]
    public void A_pressure_that_stops_before_it_holds_is_found() =>
        Found("LIB407", Pack, ["systolic-at-least: \"180 mm[Hg]\"", "systolic-at-least: \"155 mm[Hg]\""], "id: stop-for-pressure");

    [Fact]
    public void Ages_that_leave_somebody_out_are_found() => Found("LIB408", Pack, ["from-age: 65 a", "from-age: 70 a"], "id: weigh-pressure-rise-older");

    private static void Found(string code, string file, string[] replaced, string at, string? other = null, params string[] there)
    {
        using var content = other is null ? PlantedContent.With(file, replaced) : PlantedContent.With(other, there);

        var fault = Assert.Single(content.Faults().Where(fault => fault.Code == code && fault.File == file).Take(1));
        Assert.Equal((file, content.LineOf(file, at)), (fault.File, fault.Line));
    }
}
