using FollowUp.Patients.Facts;

namespace FollowUp.Course;

/// <summary>What a man's genetic findings mean for strata, recalls and surgery.</summary>
public static class Genetics
{
    /// <summary>Whether he has Klinefelter syndrome: a karyotype containing 47,XXY, mosaics included (R69).</summary>
    public static Answer Klinefelter(Karyotype karyotype) => karyotype switch
    {
        Karyotype.Klinefelter47XXY or Karyotype.KlinefelterMosaic => Answer.Yes,
        Karyotype.Normal46XY or Karyotype.Other => Answer.No,
        Karyotype.Unknown => Answer.Unknown,
        _ => Answer.NotAsked,
    };

    /// <summary>Whether the deletion is one with which retrieval is virtually nil: AZFa, AZFb or both b and c (V7).</summary>
    public static bool RetrievalVirtuallyNil(YMicrodeletion deletion) =>
        deletion is YMicrodeletion.AZFa or YMicrodeletion.AZFb or YMicrodeletion.AZFbc or YMicrodeletion.AZFabc;

    /// <summary>The karyotype that an ISCN text states; <see cref="Karyotype.Other"/> when it is neither 46,XY nor contains 47,XXY.</summary>
    /// <param name="iscn">For instance <c>47,XXY[18]/46,XY[2]</c>; cell lines are separated by a slash.</param>
    public static Karyotype Read(string iscn)
    {
        var lines = iscn.Replace("mos ", "", StringComparison.Ordinal).Split('/');
        var klinefelter = lines.Count(line => Is(line, "47,XXY"));
        return klinefelter == lines.Length ? Karyotype.Klinefelter47XXY
            : klinefelter > 0 ? Karyotype.KlinefelterMosaic
            : lines is [var only] && Is(only, "46,XY") ? Karyotype.Normal46XY
            : Karyotype.Other;
    }

    // 47,XXYY begins like 47,XXY and is another karyotype.
    private static bool Is(string line, string karyotype) =>
        line.StartsWith(karyotype, StringComparison.Ordinal) && (line.Length == karyotype.Length || line[karyotype.Length] is not ('X' or 'Y'));
}
