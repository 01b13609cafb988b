using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Intranet.Tests.Shared.Blobs;

/// <summary>Runs a theory once on a folder and once on a bucket; further arguments come from <c>[OnEachStore(…)]</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEachStoreAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            .. Enum.GetValues<KindOfStore>().Select(kind => new TheoryDataRow([kind, .. arguments])),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
