namespace Bot.Configuration;

/// <summary>How log lines are written: for people, or one JSON object a line for machines.</summary>
public enum LogFormat
{
    Text,
    Json,
}
