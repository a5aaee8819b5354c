using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>The medicines that come with the product, measured against a published list and class by class.</summary>
public class KnowingMedicines
{
    private static readonly Recognizer Shipped = ScreeningContent.Library.Words.Recognizer;

    [Fact]
    public void Of_the_most_used_medicines_at_most_two_in_a_hundred_are_not_recognized()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "common_medicines.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(300, rows.Count(row => row[2] != "brand"));
        Assert.All(rows.GroupBy(row => row[2] == "brand"), kind =>
        {
            var unknown = kind.Where(row => !Read(row[1]).IsRecognized).Select(row => row[1]).ToList();
            Assert.True(unknown.Count <= kind.Count() * 0.02, $"{unknown.Count} of {kind.Count()} are not recognized: {string.Join("; ", unknown)}");
        });
    }

    [Theory]
    [InlineData("mao-inhibitors", "Nardil; Parnate; Marplan; Emsam; Azilect; safinamida; moclobemida; Zyvox 600 mg; linezolida; Matulane; azul de metileno; ayahuasca; Uribel; MAOI")]
    [InlineData("benzodiazepines", "Xanax XR; Tafil; Halcion; ProSom; Tranxene T-Tab; Doral; Dalmane; Lexotan; etizolam; flualprazolam; Librax; Limbitrol; Rohypnol; Redotex; benzos; quazepam 15 mg")]
    [InlineData("z-drugs", "Ambien CR; Lunesta; Sonata; Stilnox; zopiclona; Edluar SL")]
    [InlineData("stimulants", "Adderall XR 20 mg; Azstarys; Vyvanse; Concerta; Focalin XR; Desoxyn; Nuvigil; Sunosi; Wakix; Qelbree; Strattera; Adipex-P; Acxion; Asenlix; Qsymia; Sudafed 12 hour; Claritin-D; Mucinex D; ma huang; fentermina; metanfetamina; DayQuil")]
    [InlineData("opioids", "Percocet 5-325; Vicodin ES; Norco; Tylenol with codeine #3; Suboxone film; Zubsolv; Belbuca; Butrans; Sublocade; Nucynta; Ultracet; Duragesic patch; hidrocodona; Tradol; kratom; Demerol; tianeptine; Cheratussin AC; APAP/codeine")]
    [InlineData("antipsychotics", "Abilify Maintena; Geodon; Invega Sustenna; Symbyax; Lybalvi; Cobenfy; Compazine; sulpirida; Sinogan; zuclopentixol; Triavil; pimavanserin; Uzedy")]
    [InlineData("antihypertensives", "bisoprolol; Bystolic; Altace; Benicar HCT; Cardizem CD; Calan SR; Lasix; Demadex; Entresto; Catapres-TTS; Exforge; Dyazide; Minipress; Renitec; losartán potásico; Intuniv; furosemida; Widaplik; chlortalidone")]
    [InlineData("cns-depressants", "Fioricet; Soma; Lyrica; Neurontin; Horizant; Xyrem; Seroquel; Benadryl; ZzzQuil; Tylenol PM; NyQuil; Belsomra; Zanaflex; ciclobenzaprina; fenobarbital; valerian root; alcohol; Phenergan; clorfenamina")]
    [InlineData("theophylline", "Teofilina 200 mg; Theo-24; aminofilina; doxofylline; acebrofilina")]
    [InlineData("enzyme-inducers", "Tegretol XR; Dilantin; Mysoline; rifabutin; Rifampicina; Sustiva; hierba de San Juan; Xtandi; Provigil; Trileptal")]
    [InlineData("cyp3a4-inhibitors", "Paxlovid; Biktarvy and Norvir; Symtuza; Genvoya; Biaxin; Nizoral tablets; fluconazole; diltiazem; jugo de toronja; nefazodona; posaconazole")]
    [InlineData("cyp2b6-inhibitors", "Plavix; Ticlid; Norgesic; orfenadrina")]
    [InlineData("thyroid-hormone", "Synthroid; Armour Thyroid; Cytomel; NP Thyroid; levotiroxina sódica; Novotiral")]
    [InlineData("nasal-medicines", "Flonase; fluticasone propionate 50 mcg nasal spray; Afrin; azelastine nasal; Nasacort AQ; Dymista; Neo-Synephrine; oximetazolina; Patanase")]
    [InlineData("glp1-agonists", "Ozempic; Wegovy; Mounjaro; semaglutida; Xultophy; Soliqua; Victoza")]
    [InlineData("insulin", "Lantus SoloStar; insulina glargina; Humulin 70/30; Tresiba; Afrezza; NPH insulin; Xultophy")]
    [InlineData("glucose-lowering-that-cause-lows", "glibenclamida; Glucotrol XL; Amaryl; Prandin; Glucovance; Duetact")]
    [InlineData("anticoagulants", "Eliquis; Xarelto; Coumadin; Jantoven; Lovenox; acenocumarol; Pradaxa")]
    [InlineData("antiplatelets", "baby aspirin; Plavix; Brilinta; Aggrenox; ASA 81 mg; ácido acetilsalicílico")]
    [InlineData("antidepressants", "Auvelity; Exxua; Vivactil; Surmontil; Savella; Zoloft; paroxetina; Contrave; Symbyax; bupropión; desvenlafaxina")]
    [InlineData("mood-stabilizers", "Depakote ER; lithium carbonate; Lamictal; Seroquel; ácido valproico; Equetro; litio; Latuda")]
    [InlineData("nmda-antagonists", "Namenda; Nuedexta; Auvelity; Delsym; Robitussin DM; Gocovri; amantadina; NyQuil")]
    [InlineData("psychedelics-cannabis", "magic mushrooms; LSD; MDMA; medical marijuana; Marinol; THC gummies; ibogaína; ayahuasca; peyote; CBD oil")]
    [InlineData("vasopressors", "EpiPen; midodrine; Northera; noradrenaline; ephedrine; adrenalina; vasopresina")]
    [InlineData("naltrexone", "Vivitrol; Contrave; low dose naltrexone; Lybalvi")]
    [InlineData("ketamine", "Spravato; ketamina; Ketalar; ketamine troche; esketamine nasal")]
    public void Whole_classes_are_known_by_brand_Spanish_name_and_combination(string set, string names) =>
        Assert.All(names.Split("; "), name =>
        {
            var read = Read(name);
            Assert.True(read.Sets.Contains(set), $"'{name}' is not of {set}: {string.Join(", ", read.Ingredients)}");
        });

    [Theory]
    [InlineData("Flovent HFA 110 mcg inhaler", "nasal-medicines")]
    [InlineData("fluticasone/salmeterol", "nasal-medicines")]
    [InlineData("Pataday eye drops", "nasal-medicines")]
    [InlineData("albuterol 90 mcg/act", "vasopressors")]
    [InlineData("timolol eye drops", "antihypertensives")]
    [InlineData("tamsulosin", "antihypertensives")]
    [InlineData("Buscapina", "cns-depressants")]
    [InlineData("loratadine", "cns-depressants")]
    [InlineData("loratadine", "stimulants")]
    [InlineData("alcohol pads", "cns-depressants")]
    [InlineData("levetiracetam", "enzyme-inducers")]
    [InlineData("imipenem", "cyp3a4-inhibitors")]
    [InlineData("metformin for diabetes", "glucose-lowering-that-cause-lows")]
    [InlineData("naloxone nasal spray", "nasal-medicines")]
    [InlineData("sertraline", "mao-inhibitors")]
    [InlineData("minoxidil topical", "antihypertensives")]
    [InlineData("methotrexate Mon Wed Fri", "psychedelics-cannabis")]
    public void What_only_sounds_alike_is_not_taken_for_it(string name, string set) => Assert.DoesNotContain(set, Read(name).Sets);

    private static RecognizedMedicine Read(string name) => Shipped.Of(new Medicine(name, RxNorm: null, IsTaken: true));
}
