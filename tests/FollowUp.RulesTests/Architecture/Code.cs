using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace FollowUp.RulesTests.Architecture;

/// <summary>A type of the compiled program with everything it uses: the ground for the rules of the architecture.</summary>
/// <param name="Name">The full name of the outermost type.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Definition">The type, or a type the compiler nested in it.</param>
public sealed record Code(string Name, string Namespace, TypeDefinition Definition)
{
    /// <summary>The types of an assembly, what the compiler made of lambdas and iterators included.</summary>
    public static IReadOnlyList<Code> In(Assembly assembly) =>
        [.. ModuleDefinition.ReadModule(assembly.Location).GetAllTypes().Select(type => new Code(Outermost(type).FullName, Outermost(type).Namespace, type))];

    /// <summary>The full names of every type and member it uses, with the namespace each is in.</summary>
    public IReadOnlySet<Use> Uses()
    {
        var uses = new HashSet<Use>();
        Add(uses, Definition.BaseType);
        foreach (var implemented in Definition.Interfaces)
        {
            Add(uses, implemented.InterfaceType);
        }

        foreach (var field in Definition.Fields)
        {
            Add(uses, field.FieldType);
        }

        foreach (var method in Definition.Methods)
        {
            AddSignature(uses, method);
            foreach (var instruction in method.Body?.Instructions ?? [])
            {
                AddOperand(uses, instruction);
            }
        }

        return uses;
    }

    /// <summary>Whether it derives from a type whose full name begins so.</summary>
    public bool DerivesFrom(string prefix)
    {
        for (var current = Definition.BaseType; current is not null; current = Resolve(current)?.BaseType)
        {
            if (current.FullName.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddSignature(HashSet<Use> uses, MethodReference method)
    {
        Add(uses, method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Add(uses, parameter.ParameterType);
        }
    }

    private static void AddOperand(HashSet<Use> uses, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference method:
                Add(uses, method.DeclaringType, method.Name);
                AddSignature(uses, method);
                foreach (var argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
                {
                    Add(uses, argument);
                }

                break;
            case FieldReference field:
                Add(uses, field.DeclaringType);
                Add(uses, field.FieldType);
                break;
            case TypeReference type:
                Add(uses, type);
                break;
        }
    }

    private static void Add(HashSet<Use> uses, TypeReference? type, string? member = null)
    {
        if (type is null or GenericParameter)
        {
            return;
        }

        foreach (var argument in (type as GenericInstanceType)?.GenericArguments ?? [])
        {
            Add(uses, argument);
        }

        var element = type.GetElementType();
        var outermost = Outermost(element);
        uses.Add(new(outermost.Namespace, outermost.FullName, member));
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static TypeDefinition? Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }
}

/// <summary>One thing that a type uses.</summary>
/// <param name="Namespace">The namespace it is in.</param>
/// <param name="Type">The full name of the outermost type.</param>
/// <param name="Member">The member, if one is called.</param>
public sealed record Use(string Namespace, string Type, string? Member)
{
    /// <summary>Whether it is in a namespace or one below it.</summary>
    public bool IsIn(string root) =>
        string.Equals(Namespace, root, StringComparison.Ordinal) || Namespace.StartsWith(root + ".", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Member is null ? Type : $"{Type}.{Member}";
}
