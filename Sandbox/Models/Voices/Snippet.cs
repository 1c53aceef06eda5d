using System.Text.RegularExpressions;

namespace Sandbox.Models.Voices;

/// <summary>A piece of code that some prompt may ask for.</summary>
/// <param name="Note">One sentence on why it works.</param>
/// <param name="Check">An input and what comes out.</param>
internal sealed record Snippet(string Task, string Language, string Code, string Note, string Check)
{
    private static readonly (string Pattern, Snippet Snippet)[] All =
    [
        ("palindrome", new("tell whether a text is a palindrome", "python", "def is_palindrome(text):\n    letters = [c for c in text.lower() if c.isalnum()]\n    return letters == letters[::-1]", "Only letters and digits count, and the list is compared with its own reverse.", "`is_palindrome(\"Never odd or even\")` → `True`, `is_palindrome(\"arena\")` → `False`")),
        ("fizz ?buzz", new("print FizzBuzz", "python", "for n in range(1, 101):\n    word = \"Fizz\" * (n % 3 == 0) + \"Buzz\" * (n % 5 == 0)\n    print(word or n)", "An empty word is false, so the number is printed instead.", "15 → `FizzBuzz`, 7 → `7`")),
        ("fibonacci", new("give the first Fibonacci numbers", "python", "def fibonacci(count):\n    a, b = 0, 1\n    for _ in range(count):\n        yield a\n        a, b = b, a + b", "Two variables are enough; nothing is computed twice.", "`list(fibonacci(7))` → `[0, 1, 1, 2, 3, 5, 8]`")),
        ("factorial", new("compute a factorial", "python", "def factorial(n):\n    product = 1\n    for k in range(2, n + 1):\n        product *= k\n    return product", "The loop starts at 2, so 0 and 1 give 1.", "`factorial(5)` → `120`")),
        ("prime", new("test for a prime", "python", "def is_prime(n):\n    if n < 2:\n        return False\n    return all(n % d for d in range(2, int(n ** 0.5) + 1))", "A divisor above the root would have a partner below it.", "`is_prime(97)` → `True`, `is_prime(91)` → `False`")),
        ("revers|i=0,j=", new("compare a text from both ends", "javascript", "function isPalindrome(text) {\n  for (let left = 0, right = text.length - 1; left < right; left++, right--) {\n    if (text[left] !== text[right]) return false;\n  }\n  return true;\n}", "Two positions walk towards each other; the first difference decides.", "`isPalindrome(\"level\")` → `true`, `isPalindrome(\"lever\")` → `false`")),
        ("missing|doubled|duplicate", new("find the missing and the doubled number", "python", "def missing_and_doubled(numbers):\n    n = len(numbers)\n    d = sum(numbers) - n * (n + 1) // 2                            # doubled - missing\n    q = sum(x * x for x in numbers) - n * (n + 1) * (2 * n + 1) // 6\n    s = q // d                                                     # doubled + missing\n    return (s - d) // 2, (s + d) // 2", "The sums of the numbers and of their squares give two equations for the two unknowns.", "`missing_and_doubled([1, 2, 2, 4])` → `(3, 2)`")),
        ("mutex|semaphore", new("show a mutex beside a semaphore", "python", "import threading\n\nlock = threading.Lock()            # one at a time\nseats = threading.Semaphore(3)     # up to three at a time\n\nwith lock:\n    counter += 1\nwith seats:\n    download(url)", "A mutex guards one thing and is released by its holder; a semaphore counts how many may go in.", "a fourth download waits until one of three is finished")),
        ("24-hour|time such|regular expression|regex", new("match a 24-hour time", "regex", "^([01][0-9]|2[0-3]):[0-5][0-9]$", "`[01][0-9]` covers 00–19, `2[0-3]` covers 20–23, `[0-5][0-9]` the minutes; the anchors forbid anything around it.", "`07:45` matches, `24:10` and `7:5` do not")),
        ("loan|library|tables", new("list overdue loans", "sql", "create table books   (id integer primary key, title text not null);\ncreate table copies  (id integer primary key, book integer references books);\ncreate table members (id integer primary key, name text not null);\ncreate table loans   (copy integer references copies, member integer references members,\n                      due date not null, returned date);\n\nselect m.name, b.title, l.due\nfrom loans l join copies c on c.id = l.copy join books b on b.id = c.book\n             join members m on m.id = l.member\nwhere l.returned is null and l.due < current_date;", "Copies are a table of their own, because a library lends things, not titles.", "a loan due yesterday and not returned is listed")),
        ("sql|query|database", new("find the newest order of each customer", "sql", "select customer, max(ordered_at) as newest\nfrom orders\ngroup by customer\norder by newest desc;", "`group by` makes one row for each customer, `max` picks its newest order.", "three customers give three rows")),
        ("scroll|10,000|rows|web page", new("draw only the rows in view", "javascript", "const first = Math.floor(list.scrollTop / rowHeight);\nconst shown = rows.slice(first, first + Math.ceil(list.clientHeight / rowHeight) + 1);\nrender(shown, first * rowHeight);", "Ten thousand elements are too many to lay out; thirty are not. Record a profile first: long *Layout* bars mean too many elements, long *Script* bars a busy scroll handler, long *Paint* bars costly shadows.", "the element count stays below fifty while scrolling")),
        ("largest files|one-liner|shell|bash", new("find the five largest files", "bash", "find . -type f -printf '%s\\t%p\\n' | sort -rn | head -n 5", "`find` prints size and path, `sort -rn` puts big numbers first, `head` keeps five.", "the first line is the largest file")),
        ("binary search", new("search a sorted list", "python", "def find(numbers, wanted):\n    low, high = 0, len(numbers)\n    while low < high:\n        middle = (low + high) // 2\n        if numbers[middle] < wanted:\n            low = middle + 1\n        else:\n            high = middle\n    return low if low < len(numbers) and numbers[low] == wanted else None", "Each step halves what is left.", "`find([2, 4, 8], 8)` → `2`")),
        ("sort", new("sort without the built-in", "python", "def merge_sort(items):\n    if len(items) < 2:\n        return items\n    half = len(items) // 2\n    a, b = merge_sort(items[:half]), merge_sort(items[half:])\n    merged = []\n    while a and b:\n        merged.append(a.pop(0) if a[0] <= b[0] else b.pop(0))\n    return merged + a + b", "Two sorted halves are easy to merge.", "`merge_sort([3, 1, 2])` → `[1, 2, 3]`")),
        ("count", new("count words", "python", "from collections import Counter\n\ndef word_counts(text):\n    return Counter(text.lower().split())", "`Counter` is a dictionary that starts at zero.", "`word_counts(\"a b a\")[\"a\"]` → `2`")),
    ];

    public static Snippet For(string text)
    {
        foreach (var (pattern, snippet) in All)
        {
            if (Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase))
                return snippet;
        }

        return new(
            "do that in small steps",
            "python",
            "def solve(items):\n    result = []\n    for item in items:\n        if item is not None:\n            result.append(item)\n    return result",
            "It handles one item at a time, so each step can be tested alone.",
            "`solve([1, None, 2])` → `[1, 2]`");
    }
}
