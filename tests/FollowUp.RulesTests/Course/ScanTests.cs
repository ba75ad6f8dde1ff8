using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.RulesTests.Architecture;

namespace FollowUp.RulesTests.Course;

/// <summary>What the one scanner finds, and that there is no other.</summary>
public sealed class ScanTests
{
    public interface IShape;

    public abstract class Shape : IShape;

    public sealed class Square : Shape;

    public sealed class Circle(int radius) : IShape
    {
        public int Radius { get; } = radius;
    }

    public sealed class Polygon<TCorner> : IShape;

    [Fact]
    public void Concrete_classes_are_found_by_interface_or_base_class_in_the_order_of_their_names()
    {
        var here = typeof(ScanTests).Assembly;

        Scan.Types<IShape>(here).ShouldBe([typeof(Circle), typeof(Square)]);
        Scan.Types<Shape>(here).ShouldBe([typeof(Square)]);
        Scan.Types<Fact>().Count.ShouldBe(FactJson.Kinds.Count);
    }

    [Fact]
    public void Only_classes_that_need_no_arguments_are_constructed() =>
        Scan.For<IShape>(typeof(ScanTests).Assembly).ShouldHaveSingleItem().ShouldBeOfType<Square>();

    [Fact]
    public void Only_the_program_is_searched_unless_another_assembly_is_named() => Scan.Types<IShape>().ShouldBeEmpty();

    [Fact]
    public void No_other_code_goes_through_the_types_of_an_assembly() => Code.In(typeof(Scan).Assembly)
        .Where(type => type.Uses().Any(use => use is { Type: "System.Reflection.Assembly", Member: "GetTypes" or "GetExportedTypes" or "get_DefinedTypes" or "get_ExportedTypes" }))
        .Select(type => type.Name).Distinct().ShouldBe(["FollowUp.Course.Scan"]);
}
