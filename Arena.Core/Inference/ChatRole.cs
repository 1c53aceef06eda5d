namespace Arena.Core.Inference;

public enum ChatRole
{
    System,
    User,
    Assistant,
}
