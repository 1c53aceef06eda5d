namespace Arena.Core.Prompts;

/// <summary>What prompts of each category look like, in English, German, French and Spanish. Each line counts once, however often it is met.</summary>
internal static class CategoryCues
{
    public static IReadOnlyList<CategoryCue> All { get; } =
        [.. Coding(), .. Math(), .. Reasoning(), .. Knowledge(), .. Writing(), .. Roleplay(), .. Science(), .. Everyday()];

    private static IEnumerable<CategoryCue> Coding() =>
    [
        Shape("coding", 3, "^ {0,3}```"),
        Shape("coding", 4, @"^\s*#include\b|\bdef \w+\(|\bfor ?\(\w+( \w+)? ?=|\bconsole\.log\b|\bpublic (static|class)\b|\breturn [\w.]+;|\bselect (\*|\w+(\.\w+)?(, ?\w+(\.\w+)?)+) from\b"),
        Shape("coding", 2, @"[;{]\s*$|</\w+>|\w\(\)|[=!]==?|=>|&&|\|\||\w+\[\w*\]"),
        Shape("coding", 3, @"\b(function|method|class|query|program|script|regex) (that|which|called|named|taking) |\b(function|method|algorithm) to \w+|\b(funktion|methode|skript), (die|das) |\b(fonction|méthode) qui |\b(función|método) que "),
        Words("coding", 3, "python|javascript|typescript|c++|c#|php|sql|html|css|bash|powershell|haskell|kotlin|golang|regex|regular expression*|regulärer ausdruck|regulären ausdruck|expression régulière|expresión regular|node.js|django|numpy|kubernetes|docker|github"),
        Words("coding", 2, "java|rust|ruby|react|json|yaml|xml|api|git|linux|unix|web page|website|web server|frontend|backend"),
        Words("coding", 2, "programming|programm* in|programmier*|programmation|programación|programmer*|source code|quellcode|code source|código fuente|readable code|implement|implementier*|implémente*|implementa|debug*|refactor*|unit test*"),
        Words("coding", 2, "algorithm*|algorithmus|algorithme*|algoritmo*|data structure*|recursi*|array*|linked list*|binary tree|hash table*|pointer*|mutex|semaphore|single-threaded|multithread*|compiler|shell|one-liner|stack trace|null pointer|in one pass|time complexity|o(n)|database|datenbank|base de données|base de datos"),
        Words("coding", 1, "function*|funktion*|fonction*|función|funciones|code|código|program|script|string|list|query|rows|bug*|server|tables"),
    ];

    private static IEnumerable<CategoryCue> Math() =>
    [
        Shape("math", 4, @"\d\s*[-+*/×÷^]\s*\d+\s*=|\b\d*\s*[xyz]\s?(\^|²|³|\*\*)\s?\d?|\b[xyz] ?[-+*=] ?\d|\bf\(x\)|\\(frac|int|sum|sqrt)\b"),
        Shape("math", 3, @"\d+\s*(%|percent|prozent|pour cent|por ciento) (of|off|von|de|interest|zinsen)\b.*\?|\bwhat is \d[\d,.]*\s*[-+*/×÷^]\s*\d"),
        Words("math", 4, "equation*|gleichung*|équation*|ecuaci*|inequality|derivative*|ableitung|dérivée|derivada|integral*|intégrale|polynomial*|quadratic|theorem*|théorème*|teorema*|square root|quadratwurzel|racine carrée|raíz cuadrada|logarithm*|prime number*|primzahl*|nombre premier|nombres premiers|número primo|números primos|remainder|divisible"),
        Words("math", 3, "prove that|beweise|démontre*|demuestra|show that the sum|probability|wahrscheinlichkeit|probabilité|probabilidad|average speed|durchschnittsgeschwindigkeit|vitesse moyenne|velocidad media|dice are|how likely is it|whole number*|odd number*|even number*|interest a year|zinsen|intérêts|vertices|hypotenuse|triangle|dreieck|matrix|matrice|matriz"),
        Words("math", 2, "calculate|compute|berechne|calcule*|calcula|solve|löse|résous|resuelve|sum of|summe|somme|suma|area of|fläche|surface de|área|volume of|radius|diameter|perimeter|fraction*|digit*|formula|formel|formule|fórmula|how many|wie viele|combien de|cuántos|cuántas|how much|percent*|prozent|average|arguments that|equal*"),
        Shape("math", 1, @"\d+[^\d\n]+\d+[^\d\n]+\d"),
    ];

    private static IEnumerable<CategoryCue> Reasoning() =>
    [
        Words("reasoning", 4, "puzzle*|riddle*|rätsel|devinette|énigme|acertijo|adivinanza|brain teaser|wolf, a goat|wolf, eine ziege|truth-teller*|odd one out|doesn't belong|does not belong"),
        Words("reasoning", 3, "logically|logical|logisch*|logique|lógica|deduce|what follows|does it follow|follows from|folgt daraus|fallacy|the mistake people|handshakes|in how many crossings|every label|is false|are wrong|are lying|always lies"),
        Shape("reasoning", 3, @"\b(taller|shorter|older|younger|faster|heavier|größer|älter|jünger|schneller) (than|als)\b.+\b(taller|shorter|older|younger|faster|heavier|größer|älter|jünger|schneller) (than|als)\b"),
        Shape("reasoning", 3, @"\bplus (grand|petit|âgé|jeune|rapide)e? que\b|\bmás (alto|bajo|viejo|joven|rápido)a? que\b|\bmayor que\b.+\bmayor que\b"),
        Shape("reasoning", 2, @"^(if|suppose|imagine|all|every|some|wenn|alle|angenommen|si|supposons|todos|supongamos) .+[.,?].*\?|\bhow do you (know|measure)\b|\bwhy\?$"),
        Words("reasoning", 2, "ropes|boxes|overtake*|sibling*|brothers and|sisters and|labels|clocks|statements|conclusion*|conclude|reasoning|determine|which one is|who is|say how you know|true or false|how does he do it"),
    ];

    private static IEnumerable<CategoryCue> Knowledge() =>
    [
        Words("knowledge", 3, "capital of|hauptstadt von|capitale de|who invented|wer erfand|wer hat * erfunden|qui a inventé|quién inventó|who was|wer war|qui était|qui a été|quién fue|when was|when did|in which year|in welchem jahr|en quelle année|en qué año|what is the history|printing press|inflation|vaccine*|climate"),
        Words("knowledge", 2, "history|historical*|geschichte von|histoire de l*|historia de|century|centuries|jahrhundert*|siècle*|siglo*|empire|medieval|ancient|antiquity|revolution|révolution|revolución|war|wars|krieg|guerre|guerra|democracy|demokratie|démocratie|democracia|government|treaty|constitution|econom*|wirtschaft|économie|gdp|monetary|fiscal|philosoph*|ethic*|religion*|socrates|literature|court|antitrust|legal|law"),
        Words("knowledge", 2, "difference between|differences between|unterschied zwischen|différence entre|diferencia entre|main differences|europe|countries|country|society|rivers|cities grew|culture*|leaves change|refrigerator"),
        Words("knowledge", 1, "explain|erkläre|explique*|explica|what is|what are|was ist|qu'est-ce que|qué es|why do|why does|how does|how do|give an example|name three|understandable for"),
    ];

    private static IEnumerable<CategoryCue> Writing() =>
    [
        Shape("writing", 4, @"\b(write|compose|draft|craft|create|pen)\b[^.?!\n]{0,60}\b(poem|haiku|limerick|sonnet|story|stories|essay|e-?mail|letter|blog post|article|speech|toast|song|lyrics|paragraph|description|slogan|headline|review|scene|novel|announcement|cover letter|diary|dialogue|proposal|post|tale|invitation)\b"),
        Shape("writing", 4, @"\b(schreib\w*|verfass\w*|dichte)\b[^.?!\n]{0,60}\b(gedicht|geschichte|aufsatz|e-?mail|mail|brief|artikel|rede|lied|absatz|beschreibung|bewerbung|märchen|haiku|text)\b"),
        Shape("writing", 4, @"\b(écri\w*|rédige\w*|compose\w*)\b[^.?!\n]{0,60}\b(poème|histoire|essai|e-?mail|courriel|lettre|article|discours|chanson|paragraphe|description|conte|haïku|texte)\b"),
        Shape("writing", 4, @"\b(escrib\w*|redacta\w*|compón)\b[^.?!\n]{0,60}\b(poema|cuento|historia|ensayo|correo|carta|artículo|discurso|canción|párrafo|descripción|haiku|texto)\b"),
        Words("writing", 3, "rewrite|rephrase|paraphrase|proofread|plain words|formuliere * um|umformulieren|reformule*|reescribe|tell the story|tell a story|erzähle * geschichte|raconte * histoire|cuenta * historia|point of view|edit the following|grammar|grammatical errors"),
        Shape("writing", 3, @"\b(erzähle?|raconte|cuenta)\b.{0,30}\b(geschichte|histoire|historia|cuento)\b"),
        Words("writing", 2, "poem|haiku|gedicht|poème|poema|essay|blog post|short story|opening paragraph|narrative|metaphor*|vivid|outline for|title*|superlatives|without the words|persuasive|in the style of"),
        Shape("writing", 2, @"\bin (exactly |at most )?(two|three|four|five|six|seven|\d+) (sentences|words|lines)\b|^describe the\b|^describe a\b"),
    ];

    private static IEnumerable<CategoryCue> Roleplay() =>
    [
        Shape("roleplay", 4, @"^\W*(you are|you're|you play) (now )?(a|an|the|my|one of)\b|^\W*du bist (ein|eine|der|die|mein|meine|jetzt)\b|^\W*(tu es|vous êtes) (un|une|le|la|mon|ma)\b|^\W*eres (un|una|el|la|mi)\b"),
        Shape("roleplay", 4, @"^\W*(play|be) (a|an|the) |^\W*(spiele?|sei) (ein|eine|einen|den|die|der) |^\W*(joue|sois) (un|une|le|la) |^\W*(sé|haz de|interpreta a) (un|una|el|la) ?"),
        Words("roleplay", 6, "act as|pretend to be|pretend you*|stay in character|play the role|take on the role|assume the role|roleplay|role-play|role play|joue le rôle|actúa como|schlüpfe in die rolle|bleib in deiner rolle|reste dans ton rôle"),
        Words("roleplay", 4, "pretend yourself|imagine you are|imagine yourself|imagine that you are|in character|play the part|take on the persona|assume the persona|embrace the role|embody the persona|picture yourself as"),
        Words("roleplay", 4, "tu so, als wärst du|stell dir vor, du bist|stell dir vor, du wärst|bleib in der rolle|rollenspiel|fais comme si tu étais|imagine que tu es|mets-toi dans la peau|jeu de rôle|haz como si fueras|imagina que eres|finge ser|juego de rol|no salgas del personaje"),
        Words("roleplay", 2, "in your own voice|as if you were|answer as|reply as|address the crew|from the perspective of|persona|i ask you|your character"),
    ];

    private static IEnumerable<CategoryCue> Science() =>
    [
        Words("science", 4, "photosynthes*|fotosíntesis|quantum*|quanten*|quantique*|cuántic*|superposition|relativity|relativitätstheorie|relativité|relatividad|thermodynamic*|black hole*|schwarze* loch|trou noir|agujero negro|dna|dns|rna|adn|mitochondri*|osmosis|statistically significant|covalent|ionic|tectonic|seismic|entropy|entropie|entropía|exothermic|endothermic"),
        Words("science", 3, "physics|physik|physique|física|chemistry|chemie|chimie|química|biology|biologie|biología|astronom*|molecule*|molekül*|molécule*|molécula*|atom*|átomo*|electron*|elektron*|électron*|proton*|neutron*|gravit*|gravedad|schwerkraft|gravité|enzyme*|protein*|chromosom*|evolution*|experiment*|expériment*|experimento*|hypothes*|sound travels|ice float*|eis schwimmt|sky blue|himmel blau|ciel est bleu|ciel est-il bleu|cielo es azul|centripetal|satellite|orbit*|chemical|reaction|solar system|sonnensystem|système solaire|sistema solar|wavelength*|fixed-wing|turbine*"),
        Words("science", 2, "the moon|der mond|la lune|la luna|the sun|planet*|planète*|planeta*|tides|gezeiten|marées|mareas|plant|plants|pflanze*|plante|plantes|planta|plantas|seed|species|bacteria|virus*|cells|zellen|cellules|células|temperature|temperatur|température|temperatura|heat|wärme|chaleur|energy|energie|énergie|energía|pressure|air|light|water|freez*|metals|density|scientific|evidence|velocity|engineer*|bridge"),
        Shape("science", 1, @"^(why|how|warum|wie|pourquoi|comment|por qué|cómo) |\bwhat would happen\b|\bstep by step\b"),
    ];

    private static IEnumerable<CategoryCue> Everyday() =>
    [
        Words("everyday", 4, "recipe*|rezept*|recette*|receta*|can i cook|kann ich kochen|puis-je cuisiner|puedo cocinar|stain|rotweinfleck|fleck|mancha|checklist|packing list|packliste|itinerary|to-do list|shopping list|einkaufsliste|weekly routine|meal plan|speiseplan"),
        Words("everyday", 3, "cook|kochen|cuisiner|cocinar|dinner|abendessen|dîner|cena|breakfast|frühstück|petit-déjeuner|desayuno|birthday|geburtstag|anniversaire|cumpleaños|my first flat|rent*|bicycle|fahrrad|vélo|bicicleta|vacation|holiday*|urlaub|vacances|vacaciones|gift|geschenk|cadeau|regalo|weekend|wochenende|week-end|fin de semana|housework|laundry|wäsche|lessive|fall asleep|einschlafen|clean my|gym|gyms|workout|saturday"),
        Words("everyday", 2, "my friend|good friend|mein freund|meine freundin|mon ami|mi amigo|my kids|my children|two children|meine kinder|mes enfants|mis hijos|my boss|my neighbour|my neighbor|my dog|my cat|mein hund|meine katze|my car|at home|zu hause|à la maison|en casa|desk all day|routine|save money|geld sparen|carpet|kitchen|eggs|rice|onion|flat|apartment|wohnung|appartement|apartamento|i want to|what can i|how do i|what would you try|give me a"),
        Words("everyday", 1, "tips|tipps|conseils|consejos|plan|suggest|schlage|suggère|sugiere|i have|ich habe|j'ai|tengo|minutes|minuten|hours"),
    ];

    private static CategoryCue Words(string category, int weight, string words) => CategoryCue.Words(category, weight, words);

    private static CategoryCue Shape(string category, int weight, string pattern) => CategoryCue.Shape(category, weight, pattern);
}
