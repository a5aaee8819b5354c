using Mooring.Content;


namespace Mooring.Tests.Storage.Library;

/// <summary>One kind of fault each, planted in a copy of the content in force.</summary>
public class FindingPlantedFaults
{
    private const string Rule = "rules/ci-renal.yaml";
    private const string Questionnaire = "instruments/phq-9.yaml";
    private const string Infusion = "protocols/trd-iv-std.yaml";
    private const string Pack = "monitoring/base/every-route.yaml";
    private const string Stay = "infusion: 40 min\nstay: { preparation: 30 min, observation: 45 min, visit-low: 2 h, visit-high: 3 h, because: [{ source: mooring-defaults, kind: local-choice }] }";

    [Fact]
    public void The_content_in_force_has_none() => Assert.Empty(ContentCheck.Of(ContentFolder.Find()).Faults);

    [Fact]
    public void An_unknown_key_is_found_with_its_line() => FoundAtLine("LIB104", Rule, "version: 1", "version: 1\nurgency: high", "urgency");

    [Fact]
    public void A_key_given_twice_is_found_with_its_line() => FoundAtLine("LIB103", Rule, "version: 1", "version: 1\nversion: 2", "version: 2");

    [Fact]
    public void A_missing_member_is_found() => Found("LIB105", Rule, "version: 1\n", "");

    [Fact]
    public void An_empty_member_is_found_with_its_line() => FoundAtLine("LIB106", Rule, "version: 1", "version:", "version:");

    [Fact]
    public void Text_that_is_not_yaml_is_found() => Found("LIB102", Rule, "grades:", "grades: [");

    [Fact]
    public void A_bare_number_for_a_quantity_is_found_with_its_line() =>
        FoundAtLine("LIB107", Infusion, "start: 0.5 mg/kg", "start: 0.5", "start: 0.5");

    [Fact]
    public void A_unit_that_the_measure_is_not_in_is_found() => Found("LIB135", Rule, "below: '30 mL/min/{1.73_m2}'", "below: '0.5 mL/s'");

    [Fact]
    public void A_unit_that_a_vital_sign_is_not_in_is_found() => Found("LIB403", Pack, "at-least: \"180 mm[Hg]\"", "at-least: \"24 kPa\"");

    [Fact]
    public void A_kind_of_ground_that_is_not_known_is_found_with_its_line() =>
        FoundAtLine("LIB109", Rule, "kind: general-knowledge", "kind: rumor", "kind: rumor");

    [Theory]
    [InlineData(Rule, "source: general-knowledge")]
    [InlineData(Infusion, "source: murrough-2013")]
    [InlineData("dosing.yaml", "source: mooring-defaults")]
    [InlineData(Pack, "source: apa-2017-ketamine")]
    [InlineData("adverse-events/catalogue.yaml", "source: spravato-label")]
    [InlineData("consent/ketamine-off-label.en.yaml", "source: mcinnes-2022")]
    [InlineData("education/expect.en.yaml", "source: mooring-defaults")]
    [InlineData("asking.yaml", "source: mooring-defaults")]
    public void A_source_that_is_not_in_the_library_is_found_with_its_line(string file, string says) =>
        FoundAtLine("LIB141", file, says, "source: nobody-1999", "source: nobody-1999");

    [Theory]
    [InlineData("LIB207", "rule: CI-PREG", "rule: CI-PREGNANT")]
    [InlineData("LIB208", "id: pause", "id: slow")]
    [InlineData("LIB209", "times: 0.5", "times: 1.5")]
    public void A_question_to_a_curve_that_can_not_be_asked_is_found(string code, string says, string planted) =>
        Found(code, "kinetics/terms/predicting.yaml", says, planted);

    [Fact]
    public void A_gate_that_tells_the_rules_what_they_do_not_know_is_found() =>
        FoundAtLine("LIB133", Pack, "measure: pregnancy-test", "measure: pregnancy", "check-pregnancy");

    [Fact]
    public void A_dose_among_the_steps_of_an_emergency_card_is_found_with_its_line() =>
        FoundAtLine("LIB424", "emergency/seizure.yaml", "Airway, suction, oxygen.", "Lorazepam 4 mg now.", "Lorazepam 4 mg now.");

    [Theory]
    [InlineData("LIB421", "emergency/seizure.yaml", "acts: [hazards-moved", "acts: [bloodletting")]
    [InlineData("LIB421", "emergency.yaml", "always: [help-called", "always: [bloodletting")]
    [InlineData("LIB422", "emergency.yaml", "id: dosing-stopped", "id: infusion-stopped")]
    [InlineData("LIB423", "emergency/seizure.yaml", "term: seizure", "term: fit")]
    public void An_emergency_that_offers_what_is_not_there_is_found(string code, string file, string says, string planted) => Found(code, file, says, planted);

    [Fact]
    public void A_source_that_nothing_cites_is_found()
    {
        using var content = PlantedContent.WithFile("references/lonely-2020.yaml", "id: lonely-2020\ntitle: Never cited\nkind: trial\n");

        Assert.Contains(content.Faults(), fault => fault is { Code: "LIB142", File: "references/lonely-2020.yaml" });
    }

    [Fact]
    public void A_source_without_title_or_description_is_found() =>
        Found("LIB143", "references/c-ssrs.yaml", "described: \"Columbia Suicide Severity Rating Scale, screener version, with its triage pages\"\n", "");

    [Fact]
    public void A_claim_without_a_source_is_found() =>
        Found("LIB140", Rule, "because:\n  - { source: general-knowledge, kind: general-knowledge, supports: 'the criterion' }\n  - { source: mooring-defaults, kind: local-choice, supports: 'how old a value may be' }", "because: []");

    [Fact]
    public void A_file_not_named_after_what_it_holds_is_found() => Found("LIB121", Rule, "id: CI-RENAL", "id: CI-KIDNEY");

    [Fact]
    public void A_value_set_that_is_not_in_the_vocabulary_is_found() => Found("LIB131", "rules/ci-icp.yaml", "in: ", "in: no-such-");

    [Fact]
    public void A_measure_that_is_not_in_codes_is_found() => Found("LIB133", Rule, "what: egfr", "what: kidney-function");

    [Fact]
    public void A_billing_code_of_the_form_of_a_licensed_one_is_found() => Found("LIB211", "codes/list-billing.yaml", "code: 'G2082'", "code: '00150'");

    [Fact]
    public void A_billing_code_of_four_digits_and_a_letter_is_found() => Found("LIB211", "codes/list-billing.yaml", "code: 'G2082'", "code: '0015T'");

    [Fact]
    public void A_label_that_nobody_read_is_not_cited_as_one() =>
        Found("LIB145", "rules/ci-hsens.yaml", "source: ketalar-label, kind: general-knowledge", "source: ketalar-label, kind: label");

    [Fact]
    public void A_cap_far_above_the_range_of_its_protocol_is_found() => Found("LIB183", "protocols/eol-esk-iv.yaml", "at-most: 0.375 mg/kg", "at-most: 1.5 mg/kg");

    [Fact]
    public void An_instrument_that_a_protocol_only_imagines_is_found() => Found("LIB170", Infusion, "instruments: [phq-9, gad-7, c-ssrs-screener, c-ssrs-since-last,", "instruments: [phq-10,");

    [Fact]
    public void A_kinetic_model_that_a_protocol_only_imagines_is_found() => Found("LIB171", Infusion, "kinetics: [kamp-2020]", "kinetics: [kamp-2120]");

    [Fact]
    public void A_monitoring_pack_that_a_protocol_only_imagines_is_found() => Found("LIB172", Infusion, "monitoring: iv", "monitoring: telepathy");

    [Fact]
    public void A_consent_form_that_a_protocol_only_imagines_is_found() => Found("LIB173", Infusion, "consent: ketamine-off-label", "consent: ketamine-everywhere");

    [Fact]
    public void A_stay_that_differs_from_what_the_chair_will_keep_is_found() => Found("LIB174", Infusion, "infusion: 40 min", Stay);

    [Fact]
    public void A_protocol_without_a_dose_that_is_to_be_run_here_is_found()
    {
        const string Hospital = "protocols/crps-iv-inpt.yaml";
        using var content = PlantedContent.With(Hospital, "not-run-here:", "titration:");

        Assert.Contains(content.Faults(), fault => fault.File == Hospital);
    }

    [Fact]
    public void A_pack_of_another_route_is_found() => Found("LIB176", Infusion, "monitoring: iv", "monitoring: im", "infusion: 40 min", Stay.Replace("45 min", "120 min", StringComparison.Ordinal));

    [Fact]
    public void Bands_with_a_gap_are_found() => Found("LIB153", Questionnaire, "from: 5,", "from: 6,");

    [Fact]
    public void Bands_that_overlap_are_found() => Found("LIB153", Questionnaire, "from: 5,", "from: 4,");

    [Fact]
    public void Text_that_its_license_forbids_is_found() => Found("LIB152", Questionnaire, "text-may-be-shipped: true", "text-may-be-shipped: false");

    [Fact]
    public void A_rule_without_a_case_for_the_missing_value_is_found() =>
        Found("LIB160", Rule, "  - case: 'Not measured'\n    given: { sex: female }\n    expect: unknown\n", "");

    [Fact]
    public void A_rule_without_a_case_at_its_limit_is_found() =>
        Found("LIB161", Rule, "given: { measured: { egfr: '30 mL/min/{1.73_m2}' } }", "given: { measured: { egfr: '32 mL/min/{1.73_m2}' } }");

    [Fact]
    public void A_case_that_fails_is_found() => Found("LIB162", Rule, "expect: met", "expect: not-met");

    [Fact]
    public void A_unit_that_a_discharge_criterion_is_not_in_is_found() => Found("LIB403", Pack, "below: \"140 mm[Hg]\"", "below: \"18 kPa\"");

    [Fact]
    public void A_critical_limit_before_its_warning_is_found() => Found("LIB406", Pack, "above: \"130 /min\"", "above: \"100 /min\"");

    [Fact]
    public void A_part_that_is_missing_in_one_language_is_found() =>
        Found("LIB181", "consent/ketamine-off-label.es.yaml", "id: benefits", "id: beneficios");

    [Fact]
    public void A_number_that_differs_between_languages_is_found() => Found("LIB181", "consent/ketamine-off-label.es.yaml", "language: es", "language: es\nvalid-for: 24 mo");

    [Fact]
    public void A_signature_under_a_file_that_is_not_there_is_found() => Found("LIB190", "review.yaml", "signatures: []",
        "signatures: [{ file: rules/ci-none.yaml, hash: 00, name: Mara Alder, role: medical director, on: 2026-01-31 }]");

    private static void Found(string code, string file, params string[] replaced)
    {
        using var content = PlantedContent.With(file, replaced);

        Assert.Contains(content.Faults(), fault => fault.Code == code && fault.File == file && fault.Line > 0);
    }

    private static void FoundAtLine(string code, string file, string says, string instead, string at)
    {
        using var content = PlantedContent.With(file, says, instead);

        var fault = Assert.Single(content.Faults(), fault => fault.Code == code);
        Assert.Equal((file, content.LineOf(file, at)), (fault.File, fault.Line));
    }
}
