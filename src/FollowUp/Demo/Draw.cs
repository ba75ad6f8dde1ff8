namespace FollowUp.Demo;

/// <summary>Pseudo-random numbers that are the same for the same seed on every machine (SplitMix64).</summary>
/// <remarks>Normal values are sums of uniform ones, because the last digit of other functions can depend on the machine.</remarks>
public sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A separate source for a part, so that a change in one part does not change the others.</summary>
    public Draw For(int part) => new(unchecked(Mixed(_state) ^ Mixed((ulong)part + 0x5851F42D4C957F2D)));

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int first, int last) => first + (int)(Unit() * (last - first + 1));

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>An approximately normal number with mean 0 and standard deviation 1, between -6 and 6.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum;
    }

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> several) => several[Between(0, several.Count - 1)];

    /// <summary>The same items in random order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> several)
    {
        T[] all = [.. several];
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Between(0, i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    /// <summary>Numbers with a given mean and, as far as the limits allow, standard deviation.</summary>
    /// <param name="count">How many.</param>
    /// <param name="mean">Their mean, exact to the last decimal that their sum can have.</param>
    /// <param name="deviation">Their standard deviation.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <param name="decimals">Their decimals.</param>
    public decimal[] Around(int count, decimal mean, decimal deviation, decimal least, decimal most, int decimals)
    {
        var values = Enumerable.Range(0, count).Select(_ => Normal()).ToArray();
        for (var round = 0; round < 100; round++)
        {
            var average = values.Average();
            var spread = Math.Sqrt(values.Sum(value => (value - average) * (value - average)) / (count - 1));
            values = [.. values.Select(value => Math.Clamp((double)mean + ((value - average) / spread * (double)deviation), (double)least, (double)most))];
        }

        var rounded = values.Select(value => Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)).ToArray();
        var step = 1m;
        for (var i = 0; i < decimals; i++)
        {
            step /= 10;
        }

        var missing = Math.Round(mean * count, decimals, MidpointRounding.AwayFromZero) - rounded.Sum();
        for (var i = 0; missing != 0; i = (i + 1) % count)
        {
            var moved = rounded[i] + (step * Math.Sign(missing));
            if (moved >= least && moved <= most)
            {
                rounded[i] = moved;
                missing -= step * Math.Sign(missing);
            }
        }

        return rounded;
    }

    private ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        return Mixed(_state);
    }

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
