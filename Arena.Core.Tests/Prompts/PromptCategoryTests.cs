using System.Text.Json;
using Arena.Core.Prompts;

namespace Arena.Core.Tests.Prompts;

public sealed class PromptCategoryTests
{
    [Theory]
    [InlineData("Write a Python function that merges two sorted lists.", "coding")]
    [InlineData("Schreibe eine Funktion, die prüft, ob ein Wort rückwärts gelesen gleich ist, in JavaScript.", "coding")]
    [InlineData("Écris une fonction qui trie un tableau, en Java.", "coding")]
    [InlineData("Escribe una función que invierta una cadena en Python.", "coding")]
    [InlineData("SELECT name, born FROM people WHERE born < 1900; what is slow about it?", "coding")]
    [InlineData("What does this do?\n```\nwhile (n) { n &= n - 1; c++; }\n```", "coding")]
    [InlineData("Solve x^2 - 5x + 6 = 0.", "math")]
    [InlineData("Berechne die Ableitung von sin(x) * x.", "math")]
    [InlineData("Quelle est la probabilité d'obtenir deux six avec deux dés ?", "math")]
    [InlineData("Resuelve la ecuación 3x + 4 = 19.", "math")]
    [InlineData("Solve this riddle: what has keys and opens no door?", "reasoning")]
    [InlineData("Max ist größer als Tom. Tom ist größer als Lea. Wer ist am kleinsten?", "reasoning")]
    [InlineData("Résous cette énigme : plus j'en enlève, plus il grandit.", "reasoning")]
    [InlineData("Resuelve este acertijo: ¿qué sube y nunca baja?", "reasoning")]
    [InlineData("Who was the first emperor of the Roman empire?", "knowledge")]
    [InlineData("Wer war im 19. Jahrhundert Kanzler?", "knowledge")]
    [InlineData("Qui a inventé l'imprimerie et en quelle année ?", "knowledge")]
    [InlineData("¿Quién fue Simón Bolívar y qué guerra ganó?", "knowledge")]
    [InlineData("Write a poem about a lighthouse in November.", "writing")]
    [InlineData("Schreib ein kurzes Gedicht über den Herbst.", "writing")]
    [InlineData("Écris une lettre à ma grand-mère.", "writing")]
    [InlineData("Escribe un cuento sobre un dragón que tiene miedo al fuego.", "writing")]
    [InlineData("You are a pirate who is afraid of water. Greet the crew.", "roleplay")]
    [InlineData("Stell dir vor, du bist ein Ritter, und begrüße mich.", "roleplay")]
    [InlineData("Tu es un vieux capitaine de navire. Raconte ta journée.", "roleplay")]
    [InlineData("Eres un detective gruñón. Interroga a un testigo.", "roleplay")]
    [InlineData("How does photosynthesis store the energy of light?", "science")]
    [InlineData("Wie wirkt die Gravitation auf den Mond?", "science")]
    [InlineData("Comment les électrons se déplacent-ils dans un atome ?", "science")]
    [InlineData("¿Qué es la energía cinética en física?", "science")]
    [InlineData("How do I get a coffee stain out of a shirt?", "everyday")]
    [InlineData("Hast du ein Rezept für Linsensuppe?", "everyday")]
    [InlineData("Que puis-je cuisiner avec des œufs et du riz ?", "everyday")]
    [InlineData("Dame una receta fácil para la cena.", "everyday")]
    public void Clear_prompts_find_their_category(string prompt, string category) => Assert.Equal(category, PromptCategory.Guess(prompt));

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("?")]
    [InlineData("Hello, who are you?")]
    [InlineData("Explain.")]
    [InlineData("Tell me something I do not know.")]
    [InlineData("Which one do you like better?")]
    [InlineData("Was hältst du davon?")]
    public void Prompts_that_could_be_about_anything_have_none(string prompt) => Assert.Null(PromptCategory.Guess(prompt));

    /// <summary>Words of one category in prompts of another.</summary>
    [Theory]
    [InlineData("Describe the function of management in a large company.", "coding")]
    [InlineData("What is a good code of conduct for a sports club?", "coding")]
    [InlineData("Our school class visits the island of Java; what should we pack?", "coding")]
    [InlineData("My server at the restaurant forgot the bill. What now?", "coding")]
    [InlineData("Select the best answer from the list, where one is enough; then explain.", "coding")]
    [InlineData("Is a python poisonous?", "math")]
    [InlineData("How do I solve a conflict in my team?", "math")]
    [InlineData("What is the chemistry between two actors?", "math")]
    [InlineData("Who wrote the story of the Iliad?", "writing")]
    [InlineData("Is there a poem in the Bible?", "roleplay")]
    [InlineData("How does one play the violin?", "roleplay")]
    [InlineData("You are right about that. Why?", "roleplay")]
    [InlineData("Write a story about an atom that falls in love.", "science")]
    [InlineData("Write a short story about a cook who lost his taste.", "everyday")]
    public void A_word_that_means_something_else_here_does_not_mislead(string prompt, string notThis) =>
        Assert.NotEqual(notThis, PromptCategory.Guess(prompt));

    [Fact]
    public void The_librarys_own_prompts_are_recognised_mostly_and_hardly_one_is_mistaken()
    {
        var said = Library().Select(prompt => (Category: prompt.Category!, Guess: PromptCategory.Guess(prompt.Text))).ToList();
        var guessed = said.FindAll(one => one.Guess is not null);

        Report("library", said);
        Assert.True(guessed.Count >= 0.7 * said.Count, $"only {guessed.Count} of {said.Count} were guessed");
        Assert.True(guessed.Count(one => one.Guess == one.Category) >= 0.9 * guessed.Count, Confusion(said));
    }

    [Fact]
    public void Questions_of_a_public_benchmark_agree_where_they_are_guessed()
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        if (string.IsNullOrEmpty(data))
            Assert.Skip("ARENA_TEST_DATA is not set: the questions are in its folder mt-bench.");
        // Its two other names; what it calls extraction is none of our categories.
        var names = new Dictionary<string, string> { ["stem"] = "science", ["humanities"] = "knowledge" };
        var said = File.ReadLines(Path.Combine(data, "mt-bench", "question.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(question => (Name: question.GetProperty("category").GetString()!, Text: question.GetProperty("turns")[0].GetString()!))
            .Where(question => question.Name != "extraction")
            .Select(question => (Category: names.GetValueOrDefault(question.Name, question.Name), Guess: PromptCategory.Guess(question.Text))).ToList();
        var guessed = said.FindAll(one => one.Guess is not null);

        Report("mt-bench", said);
        Assert.True(guessed.Count >= 0.5 * said.Count, $"only {guessed.Count} of {said.Count} were guessed");
        Assert.True(guessed.Count(one => one.Guess == one.Category) >= 0.85 * guessed.Count, Confusion(said));
    }

    [Fact]
    public void Every_cue_is_one_of_a_known_category()
    {
        Assert.All(CategoryCues.All, cue => Assert.True(PromptCategories.IsKnown(cue.Category), cue.Category));
        Assert.All(CategoryCues.All, cue => Assert.False(cue.Pattern.IsMatch(""), cue.Pattern.ToString()));
        Assert.Equal(PromptCategories.All.Order(), CategoryCues.All.Select(cue => cue.Category).Distinct().Order());
    }

    [Theory]
    [InlineData("a+")]
    [InlineData("write ")]
    [InlineData("taller than ")]
    [InlineData("1 ")]
    [InlineData("select from ")]
    [InlineData("(((")]
    public void Nothing_that_is_typed_in_masses_stops_it(string piece)
    {
        var guess = PromptCategory.Guess(string.Concat(Enumerable.Repeat(piece, 50_000)));
        Assert.True(guess is null || PromptCategories.IsKnown(guess));
    }

    private static IEnumerable<LibraryPrompt> Library([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "config", "prompts.json");
        return JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray()
            .Select(prompt => new LibraryPrompt(prompt.GetProperty("text").GetString()!, prompt.GetProperty("category").GetString()!));
    }

    private static void Report(string of, IReadOnlyList<(string Category, string? Guess)> said) =>
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{of}: {said.Count} prompts, {said.Count(one => one.Guess == one.Category)} right, "
            + $"{said.Count(one => one.Guess is null)} not guessed; mistaken: {Confusion(said)}");

    private static string Confusion(IEnumerable<(string Category, string? Guess)> said) =>
        string.Join(", ", said.Where(one => one.Guess is not null && one.Guess != one.Category)
            .CountBy(one => $"{one.Category} as {one.Guess}").Select(pair => $"{pair.Key} {pair.Value}"));
}
