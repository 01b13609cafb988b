using Microsoft.AspNetCore.Identity;

namespace Intranet.App.Access;

/// <summary>How a person gets in: the credentials, under the same id as the person.</summary>
public sealed class Account : IdentityUser<Guid>;
