namespace Arena.Core.Integrity;

/// <summary>The families that local models are of: one line for each. Names are separated by bars.</summary>
internal static class ModelFamilies
{
    public static IReadOnlyList<ModelFamily> All { get; } =
    [
        new("qwen", "Qwen|QwenLM|Tongyi|Tongyi Qianwen|Qianwen|通义千问|通义|千问|Квен", "", "Alibaba|Alibaba Cloud|Alibaba Group|Aliyun|Tongyi Lab|阿里巴巴|阿里云|阿里|Алибаба|アリババ|알리바바|علي بابا"),
        new("qwq", "QwQ", "", "", "qwen"),
        new("qvq", "QVQ", "", "", "qwen"),
        new("llama", "LLaMA Chat|CodeLlama|Meta AI|Meta Llama", "Llama", "=Meta|Meta AI|Meta Platforms|Facebook|FAIR at Meta"),
        new("codellama", "CodeLlama", "", "", "llama"),
        new("tinyllama", "TinyLlama", "", "", "llama"),
        new("vicuna", "Vicuna", "", "LMSYS|Large Model Systems Organization", "llama"),
        new("alpaca", "", "Alpaca", "Stanford", "llama"),
        new("wizardlm", "WizardLM", "", "", "llama"),
        new("gemma", "CodeGemma|PaliGemma", "Gemma", "Google|Google DeepMind|DeepMind|Google AI|Гугл|谷歌|グーグル|구글|جوجل|غوغل"),
        new("gemini", "", "Gemini", "Google|Google DeepMind|DeepMind"),
        new("bard", "", "Bard", "Google"),
        new("palm", "PaLM 2", "PaLM", "Google"),
        new("mistral", "Mistral AI|Mistral Large|Mistral Small|Mistral Nemo", "Mistral", "Mistral AI"),
        new("mixtral", "Mixtral", "", "", "mistral"),
        new("ministral", "Ministral", "", "", "mistral"),
        new("magistral", "Magistral", "", "", "mistral"),
        new("codestral", "Codestral", "", "", "mistral"),
        new("devstral", "Devstral", "", "", "mistral"),
        new("phi", "Microsoft Phi", "Phi", "Microsoft|Microsoft Research|微软|マイクロソフト|마이크로소프트|Майкрософт|مايكروسوفت"),
        new("deepseek", "DeepSeek|深度求索", "", "DeepSeek|深度求索|High-Flyer"),
        new("granite", "IBM Granite", "Granite", "IBM|IBM Research"),
        new("command", "Command R|Command-R+|Command A|Cohere Command", "Command", "Cohere|Cohere For AI"),
        new("aya", "Aya Expanse|Aya 23", "Aya", "Cohere|Cohere For AI"),
        new("gpt", "ChatGPT|GPT|GPT-OSS", "", "OpenAI|Open AI|オープンAI|오픈AI|أوبن إيه آي"),
        new("claude", "Claude AI", "Claude", "Anthropic"),
        new("grok", "Grok", "", "xAI"),
        new("falcon", "", "Falcon", "=TII|Technology Innovation Institute|معهد الابتكار التكنولوجي"),
        new("yi", "Yi-Chat|零一万物", "Yi", "01.AI|01 AI|零一万物"),
        new("smollm", "SmolLM", "", "Hugging Face|HuggingFace|HuggingFaceTB"),
        new("smolvlm", "SmolVLM", "", "Hugging Face|HuggingFace"),
        new("zephyr", "", "Zephyr", "Hugging Face|HuggingFace", "mistral"),
        new("olmo", "OLMo", "", "=Ai2|Allen Institute for AI|Allen Institute for Artificial Intelligence|Allen AI"),
        new("tulu", "", "Tulu|Tülu", "=Ai2|Allen Institute for AI", "llama"),
        new("exaone", "EXAONE", "", "=LG|LG AI Research|LG AI 연구원|LG AI연구원"),
        new("solar", "", "Solar", "Upstage|업스테이지"),
        new("nemotron", "Nemotron", "", "NVIDIA|エヌビディア"),
        new("internlm", "InternLM|书生", "", "Shanghai AI Laboratory|Shanghai AI Lab|上海人工智能实验室"),
        new("chatglm", "ChatGLM|GLM|智谱清言", "", "Zhipu|Zhipu AI|智谱|智谱AI|清华大学|Tsinghua"),
        new("glm", "ChatGLM|GLM|智谱清言", "", "Zhipu|Zhipu AI|Z.ai|智谱|智谱AI"),
        new("baichuan", "Baichuan|百川|百川大模型", "", "Baichuan Inc|Baichuan Intelligence|百川智能"),
        new("minicpm", "MiniCPM", "", "ModelBest|OpenBMB|面壁智能"),
        new("hunyuan", "Hunyuan|混元", "", "Tencent|腾讯"),
        new("ernie", "ERNIE Bot|文心一言", "Ernie", "Baidu|百度"),
        new("kimi", "Kimi K2|月之暗面", "Kimi", "Moonshot|Moonshot AI|月之暗面"),
        new("stablelm", "StableLM", "", "Stability AI"),
        new("starcoder", "StarCoder", "", "BigCode|Hugging Face|ServiceNow"),
        new("starling", "Starling-LM", "Starling", "", "mistral"),
        new("openchat", "OpenChat", "", "", "mistral"),
        new("openhermes", "OpenHermes", "", "Nous Research|NousResearch|Teknium"),
        new("nous", "Nous Hermes|Nous-Hermes", "Nous|Hermes", "Nous Research|NousResearch"),
        new("hermes", "Nous Hermes|Nous-Hermes", "Hermes", "Nous Research|NousResearch"),
        new("dolphin", "", "Dolphin", "Cognitive Computations|Eric Hartford"),
        new("orca", "", "Orca", "Microsoft|Microsoft Research"),
        new("koala", "", "Koala", "Berkeley"),
        new("dolly", "", "Dolly", "Databricks"),
        new("mpt", "MPT-7B|MPT-30B", "", "MosaicML"),
        new("dbrx", "DBRX", "", "Databricks"),
        new("bloom", "BLOOMZ", "Bloom", "BigScience"),
        new("pythia", "", "Pythia", "EleutherAI"),
        new("oasst", "Open Assistant|OpenAssistant", "", "LAION"),
        new("openassistant", "Open Assistant|OpenAssistant", "", "LAION"),
        new("rwkv", "RWKV", "", ""),
        new("jais", "Jais", "", "Inception|MBZUAI"),
        new("sailor", "", "Sailor", "Sea AI Lab"),
        new("lfm", "LFM", "", "Liquid AI"),
    ];

    /// <summary>The families that a tag, a display name or what a node reports names, each with those that they were made from.</summary>
    public static IReadOnlyList<ModelFamily> NamedIn(string text)
    {
        var found = new List<ModelFamily>();
        foreach (var word in ModelWords.In(text))
        {
            // The longest key wins: tinyllama is named by its own line, and llama3.2 by that of llama.
            var family = All.Where(family => word.StartsWith(family.Key, StringComparison.OrdinalIgnoreCase)).MaxBy(family => family.Key.Length);
            for (; family is not null && !found.Contains(family); family = All.FirstOrDefault(other => other.Key == family.Base))
                found.Add(family);
        }

        return found;
    }
}
