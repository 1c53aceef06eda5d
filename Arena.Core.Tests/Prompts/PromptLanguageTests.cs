using Arena.Core.Prompts;

namespace Arena.Core.Tests.Prompts;

public sealed class PromptLanguageTests
{
    // Written for this test; none of them stands in the samples that the profiles are counted from.
    private static readonly IReadOnlyList<(string Language, string Text)> Sentences = Read();

    [Fact]
    public void Most_prompts_of_one_sentence_are_recognised_and_hardly_one_is_mistaken()
    {
        var said = Sentences.Select(sentence => (sentence.Language, Detected: PromptLanguage.Detect(sentence.Text), sentence.Text)).ToList();
        var wrong = said.FindAll(one => one.Detected != one.Language && one.Detected != PromptLanguage.Undetermined);
        var unsure = said.FindAll(one => one.Detected == PromptLanguage.Undetermined);

        TestContext.Current.TestOutputHelper?.WriteLine($"{said.Count} sentences: {wrong.Count} mistaken, {unsure.Count} undetermined");
        Assert.True(wrong.Count <= 0.03 * said.Count, string.Join('\n', wrong));
        Assert.True(unsure.Count <= 0.06 * said.Count, string.Join('\n', unsure));
    }

    [Fact]
    public void No_language_is_mistaken_for_its_neighbour_more_than_once_in_ten()
    {
        var wrong =
            from sentence in Sentences
            group PromptLanguage.Detect(sentence.Text) by sentence.Language into language
            let mistaken = language.Count(detected => detected != language.Key && detected != PromptLanguage.Undetermined)
            where mistaken > 1 || language.Count(detected => detected == language.Key) < 0.7 * language.Count()
            select $"{language.Key}: {string.Join(' ', language)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Three_words_are_rarely_mistaken()
    {
        var said = Sentences
            .Select(sentence => (sentence.Language, Text: string.Join(' ', sentence.Text.Split(' ').Take(3)))).Distinct()
            .Select(start => (start.Language, Detected: PromptLanguage.Detect(start.Text), start.Text)).ToList();
        var wrong = said.FindAll(one => one.Detected != one.Language && one.Detected != PromptLanguage.Undetermined);

        TestContext.Current.TestOutputHelper?.WriteLine($"{said.Count} starts: {wrong.Count} mistaken");
        Assert.True(wrong.Count <= 0.03 * said.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void The_sentences_are_none_of_the_samples() => Assert.All(LanguageSamples.Read(), sample =>
        Assert.DoesNotContain(Sentences, sentence => sample.Text.Contains(sentence.Text, StringComparison.OrdinalIgnoreCase)));

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("no")]
    [InlineData("lol")]
    [InlineData("2+2=?")]
    [InlineData("17 * 4 - 3")]
    [InlineData("🙂🙂🙂")]
    [InlineData("...")]
    [InlineData("asdf jkl qwer uiop zxcv")]
    [InlineData("https://example.com/the/way/of/the/world")]
    [InlineData("someone@example.com <@123456> <:the_smile:42>")]
    [InlineData("```\nthe quick brown fox is in the house\n```")]
    [InlineData("for(i=0,j=s.length-1;i<j;)if(s[i++]!=s[j--])return 0;return 1;")]
    [InlineData("x = foo(bar); y = baz[qux];")]
    [InlineData("\\frac{1}{2} + \\int_0^1 x^2 dx")]
    [InlineData("Lorem ipsum dolor sit amet")]
    public void What_is_in_no_language_stays_undetermined(string prompt) => Assert.Equal(PromptLanguage.Undetermined, PromptLanguage.Detect(prompt));

    [Theory]
    [InlineData("Kas yra meilė? Papasakok man apie Lietuvą.")]
    [InlineData("Kā bites atrod ceļu mājās uz stropu?")]
    [InlineData("Si e gjejnë bletët rrugën për në koshere?")]
    [InlineData("Arılar pətəyə qayıtmaq üçün yolu necə tapırlar?")]
    [InlineData("Sut mae gwenyn yn dod o hyd i'w ffordd yn ôl i'r cwch?")]
    public void A_language_without_a_sample_is_not_taken_for_another(string prompt) =>
        Assert.Equal(PromptLanguage.Undetermined, PromptLanguage.Detect(prompt));

    [Theory]
    [InlineData("Explain this code:\n```python\nfür = [x for x in mein if x]\n```", "en")]
    [InlineData("Erkläre diesen Code: `return the_first_of_them()`", "de")]
    [InlineData("Was steht auf https://example.com/what-is-the-answer-to-this-question ?", "de")]
    [InlineData("ERKLÄRE MIR DEN UNTERSCHIED ZWISCHEN REGEN UND SCHNEE", "de")]
    [InlineData("请用 Python 和 SQL 写一个函数，计算两个日期之间的天数。", "zh")]
    [InlineData("What does 你好 mean, and when do people say it?", "en")]
    [InlineData("東京大学", "zh")]
    [InlineData("東京大学はどこですか", "ja")]
    public void Code_addresses_and_single_foreign_words_do_not_decide(string prompt, string language) =>
        Assert.Equal(language, PromptLanguage.Detect(prompt));

    [Theory]
    [InlineData("Good morning, how are you today? Доброе утро, как у вас дела сегодня?")]
    [InlineData("The weather is nice today. 今日はいい天気です。")]
    public void Half_and_half_is_undetermined(string prompt) => Assert.Equal(PromptLanguage.Undetermined, PromptLanguage.Detect(prompt));

    [Fact]
    public void Decomposed_letters_are_the_same_letters() =>
        Assert.Equal("de", PromptLanguage.Detect("Woher wissen Zugvögel, wohin sie fliegen müssen?".Normalize(System.Text.NormalizationForm.FormD)));

    [Theory]
    [InlineData("a=")]
    [InlineData("`")]
    [InlineData("<a ")]
    [InlineData("$x ")]
    [InlineData("\ud800")]
    [InlineData("word ")]
    public void Nothing_that_is_typed_in_masses_stops_it(string piece) =>
        Assert.Equal(PromptLanguage.Undetermined, PromptLanguage.Detect(string.Concat(Enumerable.Repeat(piece, 50_000))));

    private static List<(string, string)> Read()
    {
        using var stream = typeof(PromptLanguageTests).Assembly.GetManifestResourceStream("Arena.Core.Tests.Prompts.Languages.sentences.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];
    }
}
