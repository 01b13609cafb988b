using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.App.Data;

/// <summary>Many whole entities at once, written as the model maps them, without tracking each of them.</summary>
internal static class Bulk
{
    /// <summary>Inserts the rows; with <paramref name="keepKnown"/> it passes over those that are there already. Returns how many were new.</summary>
    public static Task<int> InsertAll<T>(this IntranetDb db, IEnumerable<T> rows, bool keepKnown = false)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        Column[] columns = [.. Own(entity), .. entity.GetComplexProperties().SelectMany(Parts)];
        return db.Insert(
            entity.GetTableName()!,
            [.. columns.Select(c => c.Name)],
            keepKnown ? "ON CONFLICT DO NOTHING" : "",
            rows.Select(row => Array.ConvertAll(columns, c => c.Read(row)))
        );
    }

    /// <summary>Deletes every row of every table, children before what they hang on.</summary>
    public static async Task Empty(this IntranetDb db, CancellationToken stop)
    {
        var left = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).DistinctBy(e => e.GetTableName()).ToList();
        while (left.Count > 0)
        {
            var free = left.Where(e => !left.Any(other => other != e && other.GetForeignKeys().Any(key => key.PrincipalEntityType == e)))
                .ToList();
            foreach (var entity in free)
            {
                var table = entity.GetTableName();
                // A tree is taken apart first: a row that must not lose its parent would keep both.
                foreach (
                    var parent in entity.GetForeignKeys().Where(key => key.PrincipalEntityType == entity).SelectMany(key => key.Properties)
                )
                    await Run($"UPDATE \"{table}\" SET \"{parent.GetColumnName()}\" = NULL");
                await Run($"DELETE FROM \"{table}\"");
            }
            left = [.. left.Except(free)];
        }

        Task<int> Run(string sql) => db.Database.ExecuteSqlRawAsync(sql, stop);
    }

    /// <summary>All columns but a number that the database gives out itself.</summary>
    private static IEnumerable<Column> Own(IEntityType entity) =>
        entity
            .GetProperties()
            .Where(p => !(p.IsPrimaryKey() && p.ClrType == typeof(long) && p.ValueGenerated == ValueGenerated.OnAdd))
            .Select(p => new Column(p.GetColumnName(), Stored(p, row => row)));

    private static IEnumerable<Column> Parts(IComplexProperty whole)
    {
        var part = whole.GetGetter();
        return whole.ComplexType.GetProperties().Select(p => new Column(p.GetColumnName(), Stored(p, row => part.GetClrValue(row)!)));
    }

    private static Func<object, object?> Stored(IProperty property, Func<object, object> holder)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return converter is null
            ? row => getter.GetClrValue(holder(row))
            : row => converter.ConvertToProvider(getter.GetClrValue(holder(row)));
    }

    private sealed record Column(string Name, Func<object, object?> Read);
}
