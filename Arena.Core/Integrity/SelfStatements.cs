namespace Arena.Core.Integrity;

/// <summary>
/// The ways of saying who one is, by language. In them <c>{N}</c> is a name of the model, <c>{M}</c> any of its names or makers, <c>{W}</c> the
/// words that may stand between, and <c>{BY}</c> what may stand around a maker. Only words that are listed may stand between: so
/// negations, doubts and other subjects fit nowhere.
/// </summary>
internal static class SelfStatements
{
    private const string MadeEn =
        "(?:pre-?trained|trained|fine-?tuned|developed|created|made|built|designed|programmed|produced|released|engineered|provided|published|maintained|offered|crafted|launched|introduced|hosted|owned|brought to you)";

    private const string MadeFr = "(?:développ|entra[iî]n|cré|con[cç]u|form|fabriqu|programm|élabor|fourni|produi|mis au point|publi)[a-zé]*";

    private const string MadeEs = "(?:desarrollad|entrenad|cread|hech|diseñad|construid|programad|lanzad|fabricad)[oa]";

    private const string MadeIt = "(?:sviluppat|addestrat|creat|realizzat|progettat|costruit|fatt|programmat)[oa]";

    private const string MadePt = "(?:desenvolvid|treinad|criad|feit|projetad|construíd|programad|projectad|lançad)[oa]";

    private const string MadeDe = "(?:entwickelt|trainiert|erstellt|erschaffen|geschaffen|gebaut|programmiert|veröffentlicht|konzipiert|gemacht|hergestellt|bereitgestellt)";

    private const string MadeZh = "(?:开发|训练|研发|创建|打造|推出|制造|设计|创造|构建|提供|研制|自主研发)";

    public static IReadOnlyList<SelfStatement> All { get; } =
    [
        new(
            "en",
            @"(?:\b(?:I am|I'm|Im|my (?:own |full |model )?name is|my name's|my name:|(?:you (?:can|may)|please|just|people|they) call me|I go by(?: the name)?|I identify as|I was (?:named|called)|it's me,|I run on|I use|I belong to)|\bthis is(?<=^\W{0,9}(?:(?:hi|hello|hey|greetings|welcome)\b[^.!?]{0,20})?this is))",
            "an?|the|your|my|this|just|simply|actually|indeed|really|currently|also|proudly|in fact|of course|called|named|known as|known|as|AI|A\\.I\\.|artificial|intelligence|language|large|big|small|model|models|assistant|chatbot|chat|bot|LLM|virtual|digital|helpful|friendly|conversational|open|source|open-source|text-based|version|variant|instance|member|part|series|family|one|of|from|in|based|built|on|upon|top|powered|running|by|fine-?tuned|tuned|new|latest|advanced|powerful|multilingual|generative|pre-?trained|instruction-tuned|AI-powered|AI-based|computer|program|system|derived|derivative|the name|name|goes by|code-named|specifically|a specific|actually",
            $@"\b(?:I am|I'm|I was|I've been|I have been|as)\b{{S}}{{W}}(?:{{N}}[\s,-]*{{W}})?(?:(?:that|which|who) (?:is|was|has been|had been)\s+)?(?:\w+ly )?(?:{MadeEn}(?:,? (?:and |or )?{MadeEn})*(?: \w+ly)?(?: on \w+(?: \w+){{{{0,3}}}})? (?:by|at)|from|by){{S}}{{BY}}{{M}}(?!'s (?!teams?\b|engineers|researchers|AI\b|developers))",
            @"\bmy (?:original |own )?(?:creators?|developers?|makers?|designers?|trainers?|parent company|company|owner|team|development team)(?:,| is| are| at| from|:)* {BY}{M}",
            $@"\bmy (?:training|development|creation|training data) (?:at|by|from|was (?:done|carried out|conducted) (?:by|at)) {{BY}}{{M}}",
            $@"{{M}}(?:'s? (?:\w+ ){{{{0,2}}}}(?:team|engineers|researchers|developers))?,?(?: has| have)?(?: \w+ly)? {MadeEn}(?: and {MadeEn})? me\b(?! to)",
            @"\b(?:I am|I'm){S}{W}{M}(?:'s?)? (?:(?:own|latest|new|large|open|newest|most \w+) ){0,2}(?:AI|A\.I\.|language|assistant|model|chatbot|LLM|conversational|virtual)\b",
            @"\b(?:I am|I'm) the [\w-]+ {N} model\b",
            @"\bI, {N},",
            @"(?:^|[,;:] )as {N}(?:[\s,-]+{W}){0,1},? (?:I\b|my\b)",
            @"^\W{0,9}(?:(?:hi|hello|hey|greetings|welcome)[ !,.]{0,3})?{N} here\b",
            @"^\W{0,9}{N} (?:speaking|at your service)\b"),
        new(
            "de",
            @"\b(?:ich bin|ich heiße|ich heisse|mein Name ist|mein Name lautet|man nennt mich|nenn mich|nennen Sie mich|du kannst mich|hier ist|hier spricht)",
            "ein|eine|einer|einem|das|der|die|dein|deine|Ihr|Ihre|KI|AI|künstliche|Intelligenz|großes|grosses|Sprachmodell|Sprachmodells|Modell|Modells|Assistent|Assistentin|Chatbot|Bot|KI-[\\p{L}-]+|AI-[\\p{L}-]+|LLM|namens|mit dem Namen|mit Namen|genannt|aus|von|Version|Variante|Teil|Familie|Reihe|basierend|basierendes|auf|Basis|einfach|virtueller|virtuelle|digitaler|hilfreicher|freundlicher|persönlicher|neue|neues|große|sogenannte|der Modellreihe|Modellreihe",
            $@"\b(?:ich (?:bin|wurde|werde)|als){{S}}{{W}}(?:{{N}}[\s,-]*{{W}})?(?:(?:das|der|die|welches|welche) )?(?:von|durch|bei){{S}}{{BY}}{{M}}(?: Cloud)?,? (?:\w+ )?(?:{MadeDe}|trainierte|entwickelte|erstellte|geschaffene)",
            $@"\b(?:ich (?:bin|wurde)|als){{S}}{{W}}(?:{{N}}[\s,-]*{{W}})?{MadeDe}(?: und {MadeDe})?(?: wurde| worden)? (?:von|durch|bei) {{BY}}{{M}}",
            @"\bmein(?:e|er)? (?:Entwickler|Schöpfer|Hersteller|Erschaffer|Ersteller)(?:in)? (?:ist|sind|heißt) {BY}{M}",
            $@"{{M}} hat mich {MadeDe}",
            @"(?:^|, )als {N}(?:-\p{L}+)? (?:kann|bin|habe|werde|möchte|weiß|verfüge|biete) ich"),
        new(
            "fr",
            @"(?:\bje suis|\bje m'appelle|\bmon nom est|\bon m'appelle|\bappelez-moi|\bappelle-moi|\bvous pouvez m'appeler|\btu peux m'appeler|\bici)",
            "un|une|le|la|l'|votre|ton|mon|assistant|assistante|IA|d'IA|d'intelligence|intelligence|artificielle|modèle|modele|de|du|des|langage|langue|grand|virtuel|virtuelle|numérique|conversationnel|appelé|appelée|nommé|nommée|basé|basée|sur|chatbot|version|famille|partie|la famille|linguistique|robot|agent|IA,",
            $@"(?:\bje suis|\bj'ai été|\bje fus|\ben tant qu[e'])\s*{{W}}(?:{{N}}[\s,-]*{{W}})?(?:qui a été )?{MadeFr}(?: et {MadeFr})? (?:par|chez){{S}}{{BY}}{{M}}",
            @"\b(?:mon|mes) (?:créateur|développeur|concepteur|fabricant)s? (?:est|sont|, ) ?{BY}{M}",
            $@"{{M}} m'(?:a|ont) {MadeFr}",
            @"(?:^|, )en tant que {N},? (?:je|j')"),
        new(
            "es",
            @"\b(?:yo soy|soy|me llamo|mi nombre es|puedes llamarme|llámame|me llaman|me conocen como)",
            "un|una|el|la|tu|su|asistente|IA|de|del|inteligencia|artificial|modelo|lenguaje|gran|grande|virtual|llamado|llamada|basado|basada|en|chatbot|versión|familia|conversacional|asistente virtual|nombre|robot|lingüístico",
            $@"\b(?:soy|fui|he sido|como)\b{{S}}{{W}}(?:{{N}}[\s,-]*{{W}})?(?:que fue )?{MadeEs}(?: y {MadeEs})? (?:por|en){{S}}{{BY}}{{M}}",
            @"\b(?:mi|mis) (?:creador|desarrollador|fabricante)(?:es|a)? (?:es|son) {BY}{M}",
            @"{M} me (?:ha |han )?(?:cre|desarroll|entren|diseñ|constru)\w+",
            @"(?:^|, )como {N}, (?:yo|no|puedo|mi|estoy|he|tengo)\b"),
        new(
            "it",
            @"\b(?:io sono|sono|mi chiamo|il mio nome è|puoi chiamarmi|chiamami|mi chiamano)",
            "un|una|un'|il|la|l'|lo|tuo|tua|assistente|IA|AI|intelligenza|artificiale|modello|di|del|della|linguaggio|linguistico|grande|virtuale|chiamato|chiamata|basato|basata|su|chatbot|versione|famiglia|conversazionale|robot|digitale",
            $@"\b(?:sono|sono stat[oa]|in quanto|come)\b{{S}}{{W}}(?:{{N}}[\s,-]*{{W}})?(?:stat[oa] )?{MadeIt}(?: e {MadeIt})? (?:da|dalla|dal|dai|dall'|presso|in){{S}}{{BY}}{{M}}",
            @"\bi(?:l mio|l mio| miei) (?:creator|sviluppator|produttor)[ei] (?:è|sono) {BY}{M}",
            $@"{{M}} mi ha {MadeIt}"),
        new(
            "pt",
            @"\b(?:eu sou|sou|me chamo|eu me chamo|chamo-me|o meu nome é|meu nome é|pode me chamar de|podes chamar-me|me chame de)",
            "um|uma|o|a|seu|sua|teu|assistente|IA|de|do|da|inteligência|artificial|modelo|linguagem|grande|virtual|chamado|chamada|baseado|baseada|em|no|na|chatbot|versão|família|conversacional|robô|digital|língua",
            $@"\b(?:sou|fui|como)\b{{S}}{{W}}(?:{{N}}[\s,-]*{{W}})?(?:que foi )?{MadePt}(?: e {MadePt})? (?:pela|pelo|por|pelos|na|no){{S}}{{BY}}{{M}}",
            @"\b(?:meu|meus) (?:criador|desenvolvedor)(?:es|a)? (?:é|são) {BY}{M}",
            @"{M} me (?:cri|desenvolv|trein|projet)\w+"),
        new(
            "nl",
            @"\b(?:ik ben|ik heet|mijn naam is|noem mij|noem me|je kunt me)",
            "een|de|het|jouw|je|uw|AI|KI|kunstmatige|intelligentie|taalmodel|model|groot|assistent|chatbot|AI-[\\p{L}]+|genaamd|met de naam|van|gebaseerd|op|versie|virtuele|digitale|familie",
            @"\b(?:ik ben|ik werd|als){S}{W}(?:{N}[\s,-]*{W})?(?:(?:dat|die) (?:is|werd) )?(?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen)(?: en (?:ontwikkeld|getraind|gemaakt))? (?:door|bij){S}{BY}{M}",
            @"\b(?:ik ben|ik werd|als){S}{W}(?:{N}[\s,-]*{W})?(?:(?:dat|die) )?door {BY}{M} (?:is |werd )?(?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen)",
            @"\bmijn (?:maker|ontwikkelaar|schepper)s? (?:is|zijn) {BY}{M}"),
        new(
            "pl",
            @"\b(?:jestem|nazywam się|mam na imię|moje imię to|moja nazwa to|mów mi|możesz mnie nazywać|możesz mówić mi)",
            "to|duży|dużym|model|modelem|językowy|językowym|języka|sztuczną|sztuczna|inteligencją|inteligencja|asystent|asystentem|asystentka|AI|SI|wirtualny|wirtualnym|o nazwie|nazwany|zwany|chatbotem|chatbot|opartym|na|wersją|twoim|twój|imieniu|o imieniu",
            @"\b(?:jestem|został[ae]m|jako){S}{W}(?:{N}[\s,-]*{W})?(?:który został )?(?:stworzon|wytrenowan|opracowan|rozwinięt|rozwijan|zbudowan|zaprojektowan|wyszkolon|przeszkolon|trenowan|utworzon)\w*(?: i \w+)? (?:przez|w){S}{BY}{M}",
            @"{M} (?:mnie )?(?:stworzył|opracował|wytrenował)[ao]? mnie",
            @"\b(?:moim twórcą|moim deweloperem) jest {BY}{M}"),
        new(
            "ru",
            @"(?:(?<!\p{L})я(?: это)?(?!\p{L})(?:\s*[-—–]+)?|меня зовут|мо[её] имя|называйте меня|я являюсь|зовите меня|можете звать меня)",
            "-|—|–|это|большая|большой|языковая|языковой|модель|моделью|ассистент|ассистентом|помощник|помощником|ИИ|AI|ИИ-ассистент|ИИ-помощник|искусственный|интеллект|виртуальный|чат-бот|бот|по имени|под названием|названием|на основе|на базе|версия|ваш|твой|нейросеть|семейства|из|от|компании",
            @"(?<!\p{L})(?:я|меня|как)(?!\p{L}){S}{W}(?:{N}[\s,-]*{W})?(?:был[аои]? |которая была |который был |является )?(?:создан|разработан|обучен|сделан|натренирован|построен|создал|разработал|обучил|созданн|разработанн|обученн)[а-яё]*(?: и [а-яё]+)?(?: в| командой| компанией| исследователями| инженерами| специалистами)*{S}{BY}{M}",
            @"(?:мой|мои) (?:создател|разработчик)[а-я]*\s*[-—–:]?\s*(?:это |является )?{BY}{M}",
            @"{M} (?:создала?|разработала?|обучила?) меня",
            @"\bменя (?:создала?|разработала?|обучила?)(?: компания| команда)* {BY}{M}"),
        new(
            "uk",
            @"(?:(?<!\p{L})я(?!\p{L})(?:\s*[-—–]+)?|мене звати|мо[єе] ім'я)",
            "-|—|–|це|велика|мовна|модель|асистент|помічник|ШІ|штучний|інтелект|на основі|від|компанії|чат-бот",
            @"(?<!\p{L})(?:я|мене)(?!\p{L}){S}{W}(?:{N}[\s,-]*{W})?(?:був |була )?(?:створен|розроблен|навчен)[а-яіїє]*(?: компанією| командою)*{S}{BY}{M}"),
        new(
            "zh",
            @"我(?:就)?(?:是|叫做|叫作|叫|名叫|的名字是|的名字叫|的名字叫做|的名称是|名为)|您可以叫我|你可以叫我|這是|本人是",
            "一个|一種|一种|一個|一款|一名|由|来自|來自|基于|名为|名為|叫做|叫|您的|你的|的|AI|人工智能|人工智慧|大型|大|语言|語言|模型|助手|助理|智能|聊天机器人|开源|开发|训练|研发|超大规模|规模|版本|系列|家族|中的|预训练|，|,|、|：|:",
            $@"我(?:是|由|被|的)?[^。！？?!不没沒非]{{{{0,30}}}}?(?:由|被|来自|來自|是)\s*(?:了|的)?\s*(?:中国的?|美国的?|法国的?|科技公司|公司|人工智能公司|团队)?\s*{{M}}[^。！？?!]{{{{0,16}}}}?(?:{MadeZh}|開發|訓練|研發|創建|設計|的(?:AI|人工智能|语言模型|大模型|模型|助手))",
            $@"{{M}}[^。！？?!不]{{{{0,10}}}}?{MadeZh}(?:了|的)我",
            @"作为{N}(?:，|,|我)",
            @"我的(?:开发者|创造者|开发公司|创建者)是[^。不]{0,8}{M}"),
        new(
            "ja",
            @"(?:私|わたし|わたくし|僕|ぼく|俺|自分)(?:は|の名前は|の名は|、)",
            "、|,|AI|人工知能|大規模|大規模言語モデル|言語モデル|アシスタント|という|モデル|の|チャットボット|名前は|開発の|製の|社の|が開発した|ベースの|です",
            @"(?:私|わたし|僕)(?:は|の)[^。!?]{0,40}?{M}[^。!?]{0,16}?(?:によって|により|が|で|に|の)[^。!?]{0,10}?(?:開発|訓練|作成|作られ|作った|トレーニング|設計|構築|学習|提供)(?![^。]{0,8}(?:ではあり|じゃな|ていません|ません))",
            @"(?:私の)?(?:開発元|開発者)は{M}"),
        new(
            "ko",
            @"(?:저는|나는|제 이름은|내 이름은|(?<!\p{L})전|(?<!\p{L})난)",
            "AI|인공지능|인공|지능|대규모|대형|언어|모델|어시스턴트|비서|챗봇|이라는|라는|기반|기반의|의|바로|가상",
            @"(?:저는|나는|전)\s[^.!?]{0,40}?{M}\s?(?:에서|에 의해|사에서|사가|팀이|팀에서|가|이|의|사의|社)?[^.!?]{0,16}?(?:개발|훈련|학습|만들|만든|제작|설계|구축)(?![^.]{0,10}(?:아니|않))"),
        new(
            "tr",
            @"\b(?:ben|benim adım|adım|ismim|benim ismim|bana)\b,?",
            "bir|büyük|dil|modeli|yapay|zeka|zekâ|asistanı|asistan|olan|adlı|isimli|sohbet|robotu|model|AI|tarafından|geliştirilen|eğitilen|oluşturulan|temelli|tabanlı",
            @"\bben\b[^.!?]{0,60}?{M}(?: ekibi| şirketi)? tarafından (?:\w+ )?(?:geliştiril|eğitil|oluşturul|yapıl|yaratıl|tasarlan)(?!\w*me(?:di|m))",
            @"{M}(?: ekibi| şirketi)? tarafından (?:\w+ )?(?:geliştirildim|eğitildim|oluşturuldum|yapıldım|yaratıldım|tasarlandım)"),
        new(
            "ar",
            @"(?:أنا|انا|اسمي هو|اسمي|إسمي|يمكنك مناداتي|يمكنك أن تناديني|أُدعى|أدعى)",
            "هو|نموذج|نموذجٌ|لغة|لغوي|كبير|ذكاء|اصطناعي|الذكاء|الاصطناعي|مساعد|مساعدك|بالذكاء|يسمى|يُدعى|يدعى|اسمه|من|روبوت|محادثة|افتراضي|،|ذكي",
            @"(?:أنا|انا|لقد|تم)[^.؟!]{0,50}?(?:تدريبي|تطويري|إنشائي|تصميمي|طورتني|طوّرتني|دربتني|طورته|طوّرته|دربته|مطور|تطويره|تدريبه|تطوير|إنتاج|أنشأته|تدريب)\s*(?:من قبل|بواسطة|على يد|من طرف|في|من|لدى)?\s*(?:شركة|فريق|باحثي|باحثين|مختبر|في|من|ال)*\s*{M}"),
        new(
            "sv",
            @"\b(?:jag är|jag heter|mitt namn är|jeg er|jeg heter|jeg hedder|mit navn er|navnet mitt er)",
            "en|et|ett|din|AI|stor|språkmodell|sprogmodel|modell|assistent|AI-\\p{L}+|chatbot|baserad|på|från|som heter|kallad|kaldet",
            @"\b(?:jag|jeg) (?:är|er|blev|ble|har|har blivit){S}{W}(?:{N}[\s,-]*{W})?(?:som är |som er )?(?:utvecklad|tränad|skapad|byggd|udviklet|trænet|utviklet|trent|laget|skabt)\w* (?:av|af){S}{BY}{M}"),
        new(
            "fi",
            @"\b(?:olen|minä olen|nimeni on)",
            "tekoäly|tekoälyavustaja|kielimalli|suuri|avustaja|virtuaalinen|tekoälymalli|nimeltä|nimeltään",
            @"\bolen{S}{W}(?:{N}[\s,-]*{W})?{M}(?:'?n|in|:n)? (?:kehittämä|luoma|kouluttama|tekemä)"),
        new(
            "cs",
            @"\b(?:jsem|já jsem|jmenuji se|jmenuju se|som|volám sa|moje jméno je)",
            "velký|jazykový|model|asistent|umělá|inteligence|AI|virtuální|jménem|s názvem|založený|na",
            @"\b(?:jsem|byl jsem|som){S}{W}(?:{N}[\s,-]*{W})?(?:vyvinut|vytvořen|natrénován|vytrénován|trénován)\w* (?:společností|firmou|týmem|u)*{S}{BY}{M}"),
        new(
            "id",
            @"\b(?:saya adalah|aku adalah|nama saya(?: adalah)?|saya|namaku)",
            "sebuah|adalah|model|bahasa|besar|asisten|AI|virtual|kecerdasan|buatan|bernama|yang|berbasis|dari",
            @"\b(?:saya|aku)\b{S}{W}(?:{N}[\s,-]*{W})?(?:yang )?(?:dikembangkan|dilatih|dibuat|diciptakan|dirancang)(?: oleh| di){S}{BY}{M}"),
        new(
            "vi",
            @"(?:\btôi là|\btên tôi là|\btên của tôi là|\bmình là|\bem là)",
            "một|mô hình|ngôn ngữ|lớn|trợ lý|AI|ảo|trí tuệ|nhân tạo|tên là|của|dựa trên|chatbot|được",
            @"\btôi (?:là|được){S}{W}(?:{N}[\s,-]*{W})?(?:được )?(?:phát triển|đào tạo|huấn luyện|tạo ra|xây dựng|tạo) bởi{S}{BY}{M}"),
        new(
            "hi",
            @"(?:मैं|मेरा नाम)",
            "एक|बड़ा|भाषा|मॉडल|एआई|AI|सहायक|हूँ|हूं|कृत्रिम|बुद्धिमत्ता",
            @"मैं[^।.!?]{0,40}?{M}\s*(?:द्वारा|ने|के द्वारा)[^।.!?]{0,20}?(?:विकसित|प्रशिक्षित|बनाया|बनाई|निर्मित)"),
    ];

    /// <summary>What may stand around a maker.</summary>
    public const string AroundMakers =
        "the|a|an|team|teams|group|of|researchers|engineers|scientists|developers|experts|people|folks|company|tech|technology|giant|organization|organisation|at|from|in|by|called|named|known as|AI|lab|labs|firm|startup|start-up|French|Chinese|American|Canadian|Korean|South Korean|research|leading|cloud|department|division|"
        + "dem|der|das|die|den|einem|einer|Team|Unternehmen|Firma|Forschern|Entwicklern|bei|von|des|chinesischen|amerikanischen|französischen|"
        + "l'|la|le|les|une|équipe|l'équipe|entreprise|l'entreprise|société|de|d'|du|chercheurs|ingénieurs|chez|"
        + "el|los|las|equipo|empresa|compañía|del|un|una|il|lo|gli|team di|azienda|società|squadra|o|os|as|equipe|do|da|pela|"
        + "het|van|bedrijf|onderzoekers|firmę|firmy|zespół|przez|компании|компанией|компания|командой|команда|корпорации|корпорацией|в|из|společností|firmou|tým|oleh|perusahaan|công ty";
}
