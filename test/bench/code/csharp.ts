import { functions, type CodeSample } from './sample';

const USINGS = `using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
`;

export const csharp: CodeSample = {
  title: 'C#', languageId: 'csharp', extension: '.cs',
  head: `using PlusAuth.Rest;\n${USINGS}\nnamespace Acme.Users;\n`,
  plainHead: `${USINGS}\nnamespace Acme.Shop;\n`,
  handlers: functions(
    `
    /// <summary>«remark»</summary>
    public async Task<User?> Save«Noun»«index»Async(«Noun»Form form, CancellationToken stop)
    {
        try
        {
            return await plusAuth.Users.CreateAsync(new NewUser(form.«Noun», form.Email), stop);
        }
        catch (PlusAuthException e)
        {
            switch (e.Error)
            {
                case "«first»":
                    logger.LogWarning("«noun»: {«Noun»}", form.«Noun»);
                    break;
                case "«second»":
                    logger.LogWarning("«noun» again: {Email}", form.Email);
                    break;
    «most»            default:
    «most»                throw;
            }
            return null;
        }
    }
    `,
    `
    public string? TextOf«Noun»«index»(PlusAuthException e, string fallback) => e.Error switch
    {
        "«first»" => $"This «noun» is known.",
        "«second»" => "Please check the «noun».",
    «most»    _ => fallback,
    «rare»    _ => null,
    };
    `,
  ),
  plain: functions(
    `
    /// <summary>«remark»</summary>
    public IReadOnlyList<«Noun»> «Verb»«Noun»«index»(string tenant, int limit = «number»)
    {
        var found = repository.FindAll(tenant)
            .Where(each => each.«Other» is not null && each.«Other».Count < limit)
            .Select(each => each with { Name = $"«other»-{each.Id}" })
            .ToList();
        if (found.Count == 0)
        {
            throw new InvalidOperationException($"No «noun» for {tenant}");
        }
        return found;
    }
    `,
    `
    private static Dictionary<string, int> Count«Other»«index»(IEnumerable<«Noun»> all)
    {
        var counts = new Dictionary<string, int>();
        foreach (var «noun» in all)
        {
            // «remark»
            counts[«noun».Name] = counts.GetValueOrDefault(«noun».Name) + 1;
            if (counts.Count > «number») break;
        }
        return counts;
    }
    `,
    `
    internal async Task «Verb»«Other»«index»Async(Queue<«Noun»> queue, CancellationToken stop)
    {
        for (var attempts = 0; attempts < «number» && queue.Count > 0; attempts++)
        {
            var next = queue.Dequeue();
            try
            {
                await store.«Verb»Async(next.Id, TimeSpan.FromSeconds(«number»), stop);
            }
            catch (IOException e)
            {
                logger.LogError(e, "«noun» {Id} stays in the queue", next.Id);
                queue.Enqueue(next);
            }
        }
    }
    `,
    `
    public string Describe«Noun»«index»(«Noun» «noun», bool detailed)
    {
        var text = «noun».State switch
        {
            State.Active => $"active since {«noun».Since:d}",
            State.Closed => "closed",
            _ => «noun».State.ToString(),
        };
        return detailed ? $"{text} ({«noun».«Other»})" : text;
    }

    public int «Other»Limit«index» { get; init; } = «number»;
    `,
  ),
  type: {
    open: '/// <summary>Service «index» of the «noun»s.</summary>\npublic sealed class «Noun»Service«index»(\n«client»    PlusAuthClient plusAuth,\n    «Noun»Repository repository, ILogger<«Noun»> logger)\n{', close: '}', indent: '    ', words: {},
  },
  oneClass: true,
  branch: /^\s*case "/,
  typed: 'if (attempt < 3) { logger.LogInformation("tried again: {Message}", e.Message); return await RetryAsync(form, attempt + 1); } ',
};
