using System.Collections.Concurrent;
using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Access;

/// <summary>A clinic: the data controller, a tenant of its own.</summary>
/// <param name="Id">The value of the sign-in's clinic claim, and the tenant's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its time zone: a date is a date there.</param>
/// <param name="Synthetic">Whether its men are made up; only there may the recorded time be set.</param>
/// <param name="RuleSet">The hypogonadism rule set it is configured with, which holds until it adopts one.</param>
/// <param name="Protocol">The recall protocol it is configured with, which holds until it adopts one.</param>
/// <param name="Region">Its country, ISO 3166 alpha-2: that of telephone numbers without a country code.</param>
/// <param name="Telephone">The number that reminders ask to call.</param>
public sealed record Clinic(string Id, string Name, DateTimeZone Zone, bool Synthetic, string RuleSet, string Protocol, string Region, string Telephone)
{
    /// <summary>Its public holidays: those of its country, and the days added in its configuration.</summary>
    public HolidayCalendar Holidays { get; init; } = HolidayCalendar.None;

    /// <summary>The settings that it chose, in that order.</summary>
    public IReadOnlyList<ChosenSettings> Chosen { get; init; } = [];

    /// <summary>The guidelines it has adopted, in that order.</summary>
    public IReadOnlyList<AdoptedGuideline> Adopted { get; init; } = [];

    /// <summary>A decision of its own, or a guideline it adopted, that this version of the program does not know, so that another may be in force; null when there is none.</summary>
    public string? Unknown { get; init; }

    /// <summary>The settings that hold at an instant; now, without one.</summary>
    public ClinicSettings SettingsAt(Instant? instant = null) => ChosenBy(instant)?.Settings ?? ClinicSettings.None;

    /// <summary>All its holidays as known at an instant, including those that it chose itself.</summary>
    public HolidayCalendar HolidaysAt(Instant? instant = null) => ChosenBy(instant)?.Holidays ?? Holidays;

    /// <summary>The guideline of a kind in force at an instant; now, without one. Before the first adoption, what that one replaced.</summary>
    public string InForce(GuidelineKind kind, Instant? instant = null)
    {
        var adopted = Adopted.Where(each => each.Kind == kind).ToList();
        return adopted.LastOrDefault(each => instant is null || each.At <= instant)?.Guideline
            ?? (adopted.Count > 0 ? adopted[0].From : kind == GuidelineKind.RuleSet ? RuleSet : Protocol);
    }

    private ChosenSettings? ChosenBy(Instant? instant) => Chosen.LastOrDefault(chosen => instant is null || chosen.At <= instant);
}

/// <summary>A guideline that a clinic has adopted.</summary>
/// <param name="At">From when on it is in force, that instant included.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="From">The one in force before.</param>
/// <param name="Guideline">The one adopted.</param>
public sealed record AdoptedGuideline(Instant At, GuidelineKind Kind, string From, string Guideline);

/// <summary>The clinics this installation serves, from the configuration section <c>FollowUp:Clinics</c>.</summary>
public sealed class ClinicRegistry
{
    private readonly ConcurrentDictionary<string, Clinic> _clinics;

    /// <summary>Reads the registry; a clinic without an id, or in an unknown zone, refuses to start.</summary>
    public ClinicRegistry(IConfiguration configuration)
    {
        _clinics = new(configuration.GetSection("FollowUp:Clinics").GetChildren().Select(Read).ToDictionary(clinic => clinic.Id, StringComparer.Ordinal));
        if (_clinics.IsEmpty)
        {
            throw new InvalidOperationException("Name at least one clinic in FollowUp:Clinics (Id, Name, Zone).");
        }
    }

    /// <summary>Every clinic.</summary>
    public IReadOnlyCollection<Clinic> All => [.. _clinics.Values.OrderBy(clinic => clinic.Id, StringComparer.Ordinal)];

    /// <summary>The clinic with this id; null when this installation does not serve it.</summary>
    public Clinic? Find(string? id) => id is not null && _clinics.TryGetValue(id, out var clinic) ? clinic : null;

    /// <summary>The clinic with this id, which was checked before.</summary>
    public Clinic this[string id] => _clinics[id];

    /// <summary>Sets the guidelines that a clinic has adopted.</summary>
    public void Adopted(string id, IReadOnlyList<AdoptedGuideline> adopted) => _clinics[id] = _clinics[id] with { Adopted = adopted };

    /// <summary>Sets the kind of a clinic's decision that this version does not know; null when it knows all.</summary>
    public void Unknown(string id, string? kind) => _clinics[id] = _clinics[id] with { Unknown = kind };

    /// <summary>Sets the settings that a clinic chose.</summary>
    public void Chose(string id, IReadOnlyList<(Instant At, ClinicSettings Settings)> chosen)
    {
        var clinic = _clinics[id];
        _clinics[id] = clinic with { Chosen = [.. chosen.Select(each => new ChosenSettings(each.At, each.Settings, clinic.Holidays.With(each.Settings.ClosedDays ?? [])))] };
    }

    private static Clinic Read(IConfigurationSection section)
    {
        string Required(string key) => section[key] ?? throw new InvalidOperationException($"FollowUp:Clinics:{section.Key} needs {key}.");

        var zone = section["Zone"] ?? "Europe/Istanbul";
        var region = section["Region"] ?? "TR";
        return new(
            Required("Id"),
            Required("Name"),
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? throw new InvalidOperationException($"FollowUp:Clinics:{section.Key}: there is no time zone {zone}."),
            section.GetValue("Synthetic", false),
            section["RuleSet"] ?? "EAU-2023.1",
            section["Protocol"] ?? "standard-1",
            region,
            section["Telephone"] ?? "")
        {
            Holidays = PublicHolidays.Of(region, [.. section.GetSection("Holidays").GetChildren().Select(Day)]),
        };
    }

    private static LocalDate Day(IConfigurationSection section) => LocalDatePattern.Iso.Parse(section.Value ?? "") is { Success: true } day
        ? day.Value
        : throw new InvalidOperationException($"{section.Path} is {section.Value}. Write a day as 2026-03-05.");
}
