using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Intranet.Tests.World;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; further arguments come from <c>[OnBoth(…)]</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            .. Enum.GetValues<Engine>().Select(engine => new TheoryDataRow([engine, .. arguments])),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>The databases every operation is tested on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
