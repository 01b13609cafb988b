using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Intranet.Tests.Architecture;

/// <summary>One type naming another, anywhere: base, field, signature, attribute or in the middle of a method.</summary>
internal readonly record struct Use(string From, string Member, string To)
{
    public override string ToString() => $"{From}.{Member} uses {To}";
}

/// <summary>Reads from a built assembly who uses whom; nested and compiler-made types count as the type they stand in.</summary>
internal static class Uses
{
    public static IReadOnlyList<Use> In(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return [.. module.GetTypes().SelectMany(Of).Distinct().Where(use => use.From != use.To)];
    }

    private static IEnumerable<Use> Of(TypeDefinition type)
    {
        var from = Outermost(type);
        foreach (var (member, reference) in Declared(type).Concat(type.Methods.SelectMany(Within)))
        foreach (var named in Named(reference))
            yield return new(from, Readable(member), Outermost(named));
    }

    private static IEnumerable<(string Member, TypeReference? Reference)> Declared(TypeDefinition type)
    {
        yield return ("(base)", type.BaseType);
        foreach (var implemented in type.Interfaces)
            yield return ("(interface)", implemented.InterfaceType);
        foreach (var attribute in type.CustomAttributes)
            yield return ("(attribute)", attribute.AttributeType);
        foreach (var constraint in type.GenericParameters.SelectMany(parameter => parameter.Constraints))
            yield return ("(constraint)", constraint.ConstraintType);
        foreach (var field in type.Fields)
            yield return (field.Name, field.FieldType);
    }

    private static IEnumerable<(string Member, TypeReference? Reference)> Within(MethodDefinition method)
    {
        IEnumerable<TypeReference?> references =
        [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        ];
        if (method.HasBody)
        {
            references = references
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
                .Concat(method.Body.Instructions.SelectMany(Operands));
        }
        return references.Select(reference => (method.Name, reference));
    }

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(parameter => parameter.ParameterType),
                .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
            ],
            _ => [],
        };

    private static IEnumerable<TypeReference> Named(TypeReference? reference) =>
        reference switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Named)],
            TypeSpecification wrapped => Named(wrapped.ElementType),
            _ => [reference],
        };

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.FullName;
    }

    /// <summary>"&lt;Publish&gt;b__0" is written by the compiler for a lambda in Publish.</summary>
    private static string Readable(string member)
    {
        var end = member.IndexOf('>', StringComparison.Ordinal);
        return member.StartsWith('<') && end > 1 ? member[1..end] : member;
    }
}
