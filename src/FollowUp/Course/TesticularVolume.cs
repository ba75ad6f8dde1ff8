using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Course;

/// <summary>The volume of one testis, from whichever entry states it.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="On">The day.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Millilitres">The volume in millilitres.</param>
/// <param name="Method">How it was measured; volumes by different methods are not compared.</param>
public sealed record TesticularVolume(Guid EntryId, LocalDate On, Side Side, decimal Millilitres, VolumeMethod Method)
{
    /// <summary>The kinds of fact that state a volume.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [typeof(TesticularVolumeMeasured), typeof(PhysicalExaminationRecorded), typeof(TesticularUltrasoundRecorded)];

    /// <summary>Every volume of a course, in clinical order: measured by itself, felt at an examination, seen by ultrasound.</summary>
    public static IReadOnlyList<TesticularVolume> AllIn(PatientCourse course) => [.. course.Standing.SelectMany(standing => Of(standing.Id, standing.Fact))];

    private static IEnumerable<TesticularVolume> Of(Guid id, Fact fact) => fact switch
    {
        TesticularVolumeMeasured volume => [new(id, volume.MeasuredOn, volume.Side, volume.Millilitres, volume.Method)],
        PhysicalExaminationRecorded examination => Both(
            id, examination.ExaminedOn, examination.LeftMillilitres, examination.RightMillilitres, VolumeMethod.Orchidometer),
        TesticularUltrasoundRecorded ultrasound => Both(
            id, ultrasound.ExaminedOn, ultrasound.LeftMillilitres, ultrasound.RightMillilitres, VolumeMethod.Ultrasound),
        _ => [],
    };

    private static IEnumerable<TesticularVolume> Both(Guid id, LocalDate on, decimal? left, decimal? right, VolumeMethod method) =>
        ((IEnumerable<TesticularVolume?>)
        [
            left is { } l ? new(id, on, Side.Left, l, method) : null,
            right is { } r ? new(id, on, Side.Right, r, method) : null,
        ]).OfType<TesticularVolume>();
}
