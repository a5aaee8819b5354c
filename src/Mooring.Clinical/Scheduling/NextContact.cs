namespace Mooring.Clinical.Scheduling;

/// <summary>The next contact of a patient as the appointment book has it: a day, an hour and a person.</summary>
/// <param name="With">Who sees or calls the patient.</param>
public sealed record NextContact(Appointment What, string With)
{
    /// <summary>
    /// The first of these after today that is booked with a person who still works here; null when none is. A contact of the plan
    /// that has no hour is none, and neither is a time that is only held.
    /// </summary>
    public static NextContact? Of(IEnumerable<Appointment> appointments, IReadOnlyList<Resource> resources, DateOnly today) =>
        (from one in appointments
         where one.State == AppointmentState.Booked && one.Day > today
         let person = one.Uses.Select(use => resources.FirstOrDefault(resource => resource.Id == use.Resource)).FirstOrDefault(resource => resource is { IsPerson: true, IsRetired: false })
         where person is not null
         orderby one.Start
         select new NextContact(one, person.Name)).FirstOrDefault();
}
