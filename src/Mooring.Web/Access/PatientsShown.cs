using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Web.Access;

/// <summary>Whose names a list or a board showed, gathered while the page is drawn. A page that shows several patients fills it.</summary>
public sealed class PatientsShown
{
    private readonly HashSet<Guid> patients = [];

    public IReadOnlyCollection<Guid> All => patients;

    /// <summary>Somebody was looked for by name or number.</summary>
    public bool IsSearch { get; private set; }

    public void Add(IEnumerable<Id<Patient>> shown) => patients.UnionWith(shown.Select(patient => patient.Value));

    public void Add(IEnumerable<Guid> shown) => patients.UnionWith(shown);

    public void Searched() => IsSearch = true;
}
