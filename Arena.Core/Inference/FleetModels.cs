namespace Arena.Core.Inference;

/// <summary>What the fleet does with one model that is on its disks.</summary>
public static class FleetModels
{
    /// <summary>What the first node that holds it tells about a model; null when none does or none can be asked.</summary>
    public static async Task<ModelCard?> CardAsync(this Fleet fleet, string tag, CancellationToken cancellationToken)
    {
        foreach (var node in fleet.Nodes)
        {
            try
            {
                return await node.Host.ShowAsync(tag, cancellationToken);
            }
            catch (ModelHostException)
            {
                // Another node may have it, or be there; a card is no reason to worry the operator.
            }
        }

        return null;
    }

    /// <summary>Deletes a model from the disks of all nodes that hold it.</summary>
    /// <exception cref="ModelHostException">A node could not be asked, or failed; others may have deleted it.</exception>
    public static async Task DeleteAsync(this Fleet fleet, string tag, CancellationToken cancellationToken)
    {
        foreach (var node in fleet.Nodes)
        {
            try
            {
                await node.Host.DeleteAsync(tag, cancellationToken);
            }
            catch (ModelHostException e) when (e.Failure == ModelHostFailure.ModelMissing)
            {
                // It is not there, which is what is wanted.
            }
        }
    }
}
